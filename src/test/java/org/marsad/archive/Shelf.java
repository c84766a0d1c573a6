package org.marsad.archive;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.SteppedClock;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Details;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.ParsedFeed;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.WatchMatcher;

/** Stored items of three sources in a database, with a clock that is set by hand. */
final class Shelf implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  final Database database = TestDatabase.open();
  final Feeds feeds = new Feeds(database.jdbi());
  final Items items = new Items(database.jdbi());
  final WatchMatcher matcher = new WatchMatcher(Catalogue.read(Path.of("config/entities.yaml")));
  final SteppedClock clock = new SteppedClock(START);
  private int count;

  /** A headline and what stands below it: a teaser, and perhaps a whole text. */
  record Text(String title, String teaser, String body) {
    Text(String title, String teaser) {
      this(title, teaser, "");
    }
  }

  Shelf() {
    feeds.follow(
        List.of(
            new CatalogueFeed(URI.create("https://wasat.example/feed"), "الوسط", "ar", "ly"),
            new CatalogueFeed(URI.create("https://nile.example/rss"), "صحيفة النيل", "ar", "eg"),
            new CatalogueFeed(
                URI.create("https://herald.example/rss"), "The Herald", "en", "int")));
  }

  Feed feed(int number) {
    return feeds.all().get(number);
  }

  /** An archive of these items that has taken over all there is. */
  Archive archive(@Nullable Path folder) {
    Archive archive = new Archive(items, matcher, clock, folder);
    archive.follow();
    return archive;
  }

  /** Stores an item of the first source, read at this moment. */
  void store(String title, String text) {
    store(0, List.of(new Text(title, text)));
  }

  /** Stores items of a source. */
  void store(int feed, List<Text> texts) {
    publish(
        feed, texts.stream().map(text -> item("https://example.org/" + ++count, text)).toList());
  }

  /** The source publishes the item of this headline again, under another one. */
  void rename(String title, String other) {
    Item before =
        items.since(Instant.EPOCH, Long.MAX_VALUE, count).stream()
            .filter(item -> item.title().equals(title))
            .findFirst()
            .orElseThrow();
    publish(0, List.of(item(before.guid(), new Text(other, before.summary()))));
  }

  private Item item(String link, Text text) {
    Details details = new Details(text.body(), "ar", List.of(), null);
    return new Item(
        0, 0, link, link, text.title(), text.teaser(), null, null, null, clock.instant(), details);
  }

  private void publish(int feed, List<Item> published) {
    ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, published);
    Instant now = clock.instant();
    database
        .jdbi()
        .useTransaction(handle -> items.addNew(handle, feeds, feed(feed), document, now));
  }

  Query query(String text) {
    return ((QueryParser.Parsed.Ok) QueryParser.parse(text, matcher.catalogue())).query();
  }

  /** The headlines a query finds, the newest first, over all pages. */
  List<String> search(Archive archive, String query) {
    return titles(pages(archive, query(query)));
  }

  /** All that a query finds, the newest first, over all pages. */
  List<Found> pages(Archive archive, Query query) {
    List<Found> found = new ArrayList<>();
    Turn turn = Turn.NEWEST;
    while (turn != null) {
      Results page = archive.search(query, feeds.all(), turn);
      found.addAll(page.found());
      turn = page.older();
    }
    return found;
  }

  static List<String> titles(List<Found> found) {
    return found.stream().map(one -> one.item().title()).toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
