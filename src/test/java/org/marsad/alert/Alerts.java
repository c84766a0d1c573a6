package org.marsad.alert;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.ParsedFeed;
import org.marsad.text.Field;
import org.marsad.text.Language;
import org.marsad.watch.Hit;
import org.marsad.watch.Place;
import org.marsad.watch.Watch;
import org.marsad.watch.Watches;

/** A small world of chats, watches and items in a database, for tests of what is told. */
public final class Alerts {
  public final Jdbi jdbi;
  public final Chats chats;
  public final Watches watches;
  public final Feeds feeds;
  public final Items items;
  public final Outbox outbox;
  private int count;

  public Alerts(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.chats = new Chats(jdbi);
    this.watches = new Watches(jdbi);
    this.feeds = new Feeds(jdbi);
    this.items = new Items(jdbi);
    this.outbox = new Outbox(jdbi);
    feeds.follow(
        List.of(new CatalogueFeed(URI.create("https://example.org/feed"), "المرصد", "ar", "ly")));
  }

  /** On a database that another test used: what is told there, and of what, is gone. */
  public static Alerts anew(Jdbi jdbi) {
    for (String table : List.of("outbox", "chats", "item_keys", "items")) {
      jdbi.useHandle(handle -> handle.execute("DELETE FROM " + table));
    }
    return new Alerts(jdbi);
  }

  public Feed feed() {
    return feeds.all().get(0);
  }

  public Chat chat(long number, Instant now) {
    return chats.at(new Chat.Address(number, 0), Chat.Kind.PRIVATE, "سالم", Language.AR, now);
  }

  public Watch watch(Chat chat, String query, Instant now) {
    return watches.add(chat.id(), query, query, now).orElseThrow();
  }

  public Item item(Instant now) {
    count++;
    Item published =
        new Item(
            0,
            0,
            "g" + count,
            "https://example.org/" + count,
            "خبر " + count,
            "نص",
            null,
            now,
            null,
            now);
    ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, List.of(published));
    return jdbi.inTransaction(handle -> items.addNew(handle, feeds, feed(), document, now))
        .fresh()
        .get(0);
  }

  public int tell(Item item, Instant now, Watch... watched) {
    List<Hit> hits =
        List.of(watched).stream()
            .map(watch -> new Hit(watch, List.of(new Place(Field.TITLE, 0, 3, "خبر"))))
            .toList();
    return jdbi.inTransaction(handle -> outbox.add(handle, item, hits, now));
  }
}
