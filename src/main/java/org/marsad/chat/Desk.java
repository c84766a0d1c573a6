package org.marsad.chat;

import java.time.Clock;
import org.marsad.alert.Chats;
import org.marsad.feed.Feeds;
import org.marsad.feed.Items;
import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;

/** What a conversation reads and changes. */
public record Desk(
    Chats chats,
    Watches watches,
    Feeds feeds,
    Items items,
    Conversations conversations,
    WatchMatcher matcher,
    Clock clock) {}
