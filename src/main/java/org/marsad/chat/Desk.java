package org.marsad.chat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.alert.Chat;
import org.marsad.alert.Chats;
import org.marsad.alert.Past;
import org.marsad.archive.Archive;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;

/** What a conversation reads and changes. */
public record Desk(
    Chats chats,
    Watches watches,
    Feeds feeds,
    Archive archive,
    Conversations conversations,
    Past past,
    Feedback feedback,
    Manners manners,
    WatchMatcher matcher,
    Sourcing sourcing,
    Clock clock) {

  /** The chat's own entity of this name, in any spelling. */
  Optional<Watch> own(Chat chat, String name) {
    Set<Long> own = watches.ownOf(chat.id());
    return own.isEmpty()
        ? Optional.empty()
        : watches.of(chat.id()).stream()
            .filter(watch -> own.contains(watch.id()))
            .filter(watch -> Spelling.folded(watch.label()).equals(Spelling.folded(name)))
            .findFirst();
  }

  /** What to call a query: as the chat calls its watch, an entity's name, or as typed. */
  String label(Talk talk, Meaning.Wanted wanted, String typed) {
    return watches.of(talk.chat().id()).stream()
        .filter(watch -> watch.query().equals(wanted.canonical()))
        .map(Watch::label)
        .findFirst()
        .orElseGet(() -> wanted.label(matcher.catalogue(), talk.language(), typed));
  }

  /** One of the sources whose items count for a chat: of any other it learns nothing. */
  Optional<Feed> heardBy(Chat chat, long feedId) {
    return heardBy(chat).stream().filter(feed -> feed.id() == feedId).findFirst();
  }

  /** The sources whose items count for a chat. */
  List<Feed> heardBy(Chat chat) {
    Set<Long> heard = sourcing.followed().heardBy(chat.id());
    return feeds.all().stream().filter(feed -> heard.contains(feed.id())).toList();
  }
}
