package org.marsad.chat;

import java.util.function.LongConsumer;
import org.marsad.feed.FeedFinder;
import org.marsad.feed.FollowedFeeds;

/**
 * How chats get sources of their own.
 *
 * @param quota how many a chat may have beside the catalogue
 * @param added told the key of a source that is to be polled from now on
 */
public record Sourcing(FeedFinder finder, FollowedFeeds followed, int quota, LongConsumer added) {}
