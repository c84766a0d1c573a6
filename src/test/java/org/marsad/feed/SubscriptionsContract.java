package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;

/** What hubs of feeds are asked, and what they are bound to, on every database. */
abstract class SubscriptionsContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final URI HUB = URI.create("https://hub.example/");
  private static final URI TOPIC = URI.create("https://news.example/feed");

  private Database database;
  private Subscriptions subscriptions;
  private Feed feed;

  /** An empty, migrated database. */
  abstract Database fresh();

  @BeforeEach
  void open() {
    database = fresh();
    subscriptions = new Subscriptions(database.jdbi());
    Feeds feeds = new Feeds(database.jdbi());
    feeds.follow(List.of(new CatalogueFeed(TOPIC, "المرصد", "ar", "ly")));
    database.jdbi().useHandle(handle -> handle.execute("UPDATE feeds SET last_new_at = ?", NOW));
    feed = feeds.all().get(0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void follows(@Nullable Hub hub) {
    database.jdbi().useHandle(handle -> subscriptions.follow(handle, feed, hub, NOW));
  }

  @Test
  void aHubTellsWhileItsLeaseLastsAndOnceItTold() {
    follows(new Hub(HUB, TOPIC));
    Subscription wanted = subscriptions.due(NOW).get(0);
    subscriptions.asked(wanted, NOW);
    assertThat(subscriptions.due(NOW)).isEmpty();
    assertThat(subscriptions.find(wanted.path()).orElseThrow().state())
        .isEqualTo(Subscription.State.ASKED);
    subscriptions.confirmed(wanted, Duration.ofDays(1), NOW);
    assertThat(subscriptions.tells(feed, NOW)).isFalse();

    database.jdbi().useHandle(handle -> subscriptions.pushed(handle, feed, NOW));
    assertThat(subscriptions.tells(feed, NOW)).isTrue();
    assertThat(subscriptions.tells(feed, NOW.plus(Duration.ofDays(2)))).isFalse();
  }

  @Test
  void aHubThatDoesNotTellIsAskedAgainLater() {
    follows(new Hub(HUB, TOPIC));
    Subscription wanted = subscriptions.due(NOW).get(0);
    subscriptions.failed(wanted, "HTTP 503", NOW);
    assertThat(subscriptions.due(NOW)).isEmpty();
    Subscription again = subscriptions.due(NOW.plus(Duration.ofDays(1))).get(0);
    assertThat(again.failures()).isEqualTo(1);

    subscriptions.denied(again, "not here", NOW);
    assertThat(subscriptions.due(NOW)).isEmpty();
  }

  @Test
  void anotherHubTakesThePlaceOfTheOneBefore() {
    follows(new Hub(HUB, TOPIC));
    String path = subscriptions.due(NOW).get(0).path();
    follows(new Hub(HUB, TOPIC));
    assertThat(subscriptions.due(NOW)).extracting(Subscription::path).containsExactly(path);

    follows(new Hub(URI.create("https://other.example/"), TOPIC));
    assertThat(subscriptions.find(path)).isEmpty();
    assertThat(subscriptions.due(NOW)).hasSize(1);
    follows(null);
    assertThat(subscriptions.due(NOW)).isEmpty();
  }
}
