package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.feed.ParsedFeed;
import org.marsad.watch.Hit;
import org.marsad.watch.Watch;

/** Spikes of stored hits, told once through the outbox. */
class SpikesTest {
  private final Instant now = Clock.systemUTC().instant();
  private Database database;
  private Alerts world;
  private Spikes spikes;
  private Chat chat;

  /** An empty, migrated database. */
  Database fresh() {
    return TestDatabase.open();
  }

  @BeforeEach
  void open() {
    database = fresh();
    world = new Alerts(database.jdbi());
    spikes = new Spikes(database.jdbi(), world.chats, world.outbox);
    chat = world.chat(7, now);
    world.feeds.follow(
        IntStream.range(0, 4)
            .mapToObj(i -> java.net.URI.create("https://s" + i + ".example/feed"))
            .map(url -> new CatalogueFeed(url, "مصدر " + url.getHost(), "ar", "ly"))
            .toList());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Watch watch(String query) {
    return world.watches.add(chat.id(), query, query, now.minus(Duration.ofDays(20))).orElseThrow();
  }

  private void hits(Watch watch, int count) {
    List<Feed> feeds = world.feeds.all();
    for (int i = 0; i < count; i++) {
      Feed feed = feeds.get(i % feeds.size());
      Instant at = now.minus(Duration.ofMinutes(count - i));
      Item item = new Item(0, 0, watch.id() + " " + i, null, "خبر " + i, "نص", null, at, null, at);
      ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, List.of(item));
      database
          .jdbi()
          .useTransaction(
              handle -> {
                Item stored =
                    world.items.addNew(handle, world.feeds, feed, document, at).fresh().get(0);
                world.watches.addHits(handle, stored.id(), List.of(new Hit(watch, List.of())), at);
              });
    }
  }

  private List<String> told() {
    List<String> texts = new ArrayList<>();
    for (Delivery delivery : world.outbox.claim(10, Duration.ofMinutes(1), now.plusSeconds(1))) {
      texts.add(
          ((Told.Notice) delivery.told()).message().plain().replaceAll("[\\u2066-\\u2069]", ""));
    }
    return texts;
  }

  @Test
  void aSpikeIsToldOnceWithItsFiguresAndTheNewestOfEachSource() {
    hits(watch("entity:saddam-haftar"), 12);

    assertThat(spikes.look(now)).isEqualTo(1);
    assertThat(spikes.look(now.plus(Duration.ofMinutes(5)))).isZero();
    assertThat(told())
        .singleElement()
        .asString()
        .contains("12 خبرًا", "4 مصادر", "الساعة الأخيرة", "خبر 11", "خبر 10", "خبر 9")
        .doesNotContain("خبر 8");
  }

  @Test
  void oneEventToldByAllIsNoSpike() {
    hits(watch("entity:saddam-haftar"), 12);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO story_items (item_id, story_id, placed_at) SELECT id, 1, ? FROM items",
                    now));

    assertThat(spikes.look(now)).isZero();
  }

  @Test
  void itMayBeToldAgainAfterSixHours() {
    hits(watch("entity:saddam-haftar"), 30);
    spikes.look(now);

    assertThat(spikes.look(now.plus(Duration.ofHours(7)))).isEqualTo(1);
  }

  @Test
  void aKeywordSpikesOnlyWhereTheChatWantsIt() {
    Watch watch = watch("نفط");
    hits(watch, 12);
    assertThat(spikes.look(now)).isZero();

    spikes.set(watch.id(), Optional.of(Spike.Sensitivity.NORMAL));
    assertThat(spikes.look(now)).isEqualTo(1);
  }

  @Test
  void anEntityDoesNotWhereTheChatTurnedItOff() {
    Watch watch = watch("entity:saddam-haftar");
    hits(watch, 12);
    spikes.set(watch.id(), Optional.of(Spike.Sensitivity.OFF));

    assertThat(spikes.look(now)).isZero();
    assertThat(spikes.of(watch)).isEqualTo(Spike.Sensitivity.OFF);
  }

  @Test
  void aPausedChatHearsOfNone() {
    hits(watch("entity:saddam-haftar"), 12);
    world.chats.state(chat.id(), Chat.State.PAUSED, "");

    assertThat(spikes.look(now)).isZero();
  }
}
