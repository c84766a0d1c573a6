package org.marsad.chat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.marsad.alert.Chat;
import org.marsad.alert.Chats;
import org.marsad.archive.Archive;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;

/** What a conversation reads and changes. */
public record Desk(
    Chats chats,
    Watches watches,
    Feeds feeds,
    Archive archive,
    Conversations conversations,
    WatchMatcher matcher,
    Clock clock) {

  /** The sources whose items count for a chat: those it did not drop. */
  List<Feed> heardBy(Chat chat) {
    Set<Long> dropped = feeds.droppedBy(chat.id());
    return feeds.all().stream().filter(feed -> !dropped.contains(feed.id())).toList();
  }
}
