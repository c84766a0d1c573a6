package org.marsad.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.archive.GeneratedNews.Kind;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.Trial;

/** What the archive answers is what the matcher says of each item by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {
  private static final int ITEMS = 600;
  private static final int QUERIES = 30;
  private static final long SEED = 20_260_301;

  private final Shelf shelf = new Shelf();
  private final GeneratedNews news = new GeneratedNews(SEED, shelf.matcher.catalogue());
  private Archive archive;
  private List<Item> stored;

  @BeforeAll
  void storeAndIndex() {
    for (int feed = 0; feed < 3; feed++) {
      List<Shelf.Text> texts = new ArrayList<>();
      for (int i = 0; i < ITEMS / 3; i++) {
        texts.add(news.item());
      }
      shelf.store(feed, texts);
    }
    archive = shelf.archive(null);
    stored = shelf.items.since(Shelf.START, Long.MAX_VALUE, ITEMS);
    assertThat(stored).hasSize(ITEMS);
  }

  @AfterAll
  void close() {
    archive.close();
    shelf.close();
  }

  @ParameterizedTest
  @EnumSource
  void searchDryRunAndMatcherAgree(Kind kind) {
    int hits = 0;
    for (int i = 0; i < QUERIES; i++) {
      Query query = news.query(kind);
      List<Found> expected = byTheMatcherAlone(query);
      String asked = QueryParser.print(query);
      assertThat(shelf.pages(archive, query)).as(asked).isEqualTo(expected);
      DryRun run = archive.tryOut(query, shelf.feeds.all(), Duration.ofDays(7));
      assertThat(run.hits()).as(asked).isEqualTo(expected.size());
      assertThat(run.newest())
          .as(asked)
          .isEqualTo(expected.subList(0, Math.min(5, expected.size())));
      hits += expected.size();
    }
    assertThat(hits).as("hits of all queries").isPositive();
  }

  private List<Found> byTheMatcherAlone(Query query) {
    Map<Long, Feed> feeds = new HashMap<>();
    shelf.feeds.all().forEach(feed -> feeds.put(feed.id(), feed));
    Trial trial = shelf.matcher.trial(query);
    List<Found> found = new ArrayList<>();
    for (Item item : stored) {
      Feed feed = feeds.get(item.feedId());
      trial.on(item, feed).ifPresent(places -> found.add(new Found(item, feed, places)));
    }
    return found;
  }
}
