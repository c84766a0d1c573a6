package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.feed.ParsedFeed;
import org.marsad.watch.Hit;
import org.marsad.watch.Watch;

/** Spikes of stored hits, told once through the outbox. */
abstract class SpikesContract {
  private final Instant now = Clock.systemUTC().instant();

  abstract Jdbi jdbi();

  private Alerts world;
  private Spikes spikes;
  private Chat chat;

  @BeforeEach
  void empty() {
    world = Alerts.anew(jdbi());
    spikes = new Spikes(jdbi(), world.chats, world.outbox);
    chat = world.chat(7, now);
    world.feeds.follow(
        IntStream.range(0, 4)
            .mapToObj(i -> java.net.URI.create("https://s" + i + ".example/feed"))
            .map(url -> new CatalogueFeed(url, "مصدر " + url.getHost(), "ar", "ly"))
            .toList());
    world.item(now.minus(Duration.ofDays(20)));
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
      jdbi()
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
    jdbi()
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

  private void set(String sql) {
    jdbi().useHandle(handle -> handle.execute(sql));
  }

  /** Steady news, two a source and hour by its dates; the last hours of it are read only now. */
  private void steadyNews(Watch watch, Duration outage) {
    for (int minutes = 20; minutes < Duration.ofDays(12).toMinutes(); minutes += 15) {
      Instant published = now.minus(Duration.ofMinutes(minutes));
      boolean late = published.isAfter(now.minus(outage));
      Feed feed = world.feeds.all().get(minutes / 15 % 4);
      hit(watch, feed, published, late ? now.minusSeconds(minutes) : published.plusSeconds(30));
    }
  }

  private void hit(Watch watch, Feed feed, Instant published, Instant seen) {
    String guid = watch.id() + " " + published;
    Item item = new Item(0, 0, guid, null, "خبر " + guid, "نص", null, published, null, seen);
    ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, List.of(item));
    jdbi()
        .useTransaction(
            handle -> {
              Item stored =
                  world.items.addNew(handle, world.feeds, feed, document, seen).fresh().get(0);
              world.watches.addHits(handle, stored.id(), List.of(new Hit(watch, List.of())), seen);
            });
  }

  @Test
  void whatAnOutageOfSixHoursHeldUpIsNoSpike() {
    Watch watch = watch("entity:saddam-haftar");
    spikes.set(watch.id(), Optional.of(Spike.Sensitivity.HIGH));
    steadyNews(watch, Duration.ofHours(6));

    assertThat(spikes.look(now)).isZero();
    hits(watch, 60);
    assertThat(spikes.look(now)).isEqualTo(1);
  }

  @Test
  void aWatchThatWasWidenedHasNothingToCompareWithYet() {
    Watch watch = watch("entity:saddam-haftar");
    hits(watch, 12);
    world.watches.change(watch, "entity:khalifa-haftar", "حفتر", now.minus(Duration.ofHours(2)));
    assertThat(spikes.look(now)).isZero();

    world.watches.rename(watch, "خليفة");
    set("UPDATE watches SET changed_at = changed_at - INTERVAL '5' DAY");
    assertThat(spikes.look(now)).isEqualTo(1);
  }

  @Test
  void whatIsKeptForDaysOnlyIsNothingToCompareWith() {
    Watch watch = watch("entity:saddam-haftar");
    hits(watch, 12);
    set("DELETE FROM hits WHERE seen_at < (SELECT max(seen_at) FROM hits) - INTERVAL '1' DAY");
    set("UPDATE item_keys SET item_id = NULL");
    set("DELETE FROM items WHERE id NOT IN (SELECT item_id FROM hits)");

    assertThat(spikes.look(now)).isZero();
  }

  @Test
  void aSpikeInQuietHoursIsToldAtTheirEndAndSaysWhenItWas() {
    hits(watch("entity:saddam-haftar"), 12);
    Instant later = now.plus(Duration.ofHours(2));
    new Habits(jdbi()).quiet(chat, around(now), now);

    assertThat(spikes.look(now)).isEqualTo(1);
    assertThat(told()).isEmpty();
    assertThat(world.outbox.claim(10, Duration.ofMinutes(1), later))
        .singleElement()
        .satisfies(one -> assertThat(one.told().toString()).contains("كان ذلك الساعة"));
  }

  @Test
  void endingQuietHoursBringsWhatWaitedForThem() {
    hits(watch("entity:saddam-haftar"), 12);
    Habits habits = new Habits(jdbi());
    habits.quiet(chat, around(now), now);
    spikes.look(now);
    habits.quiet(chat, null, now);

    assertThat(told()).hasSize(1);
  }

  private QuietHours around(Instant moment) {
    LocalTime time = moment.atZone(chat.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    return new QuietHours(time.minusHours(1), time.plusHours(1));
  }

  @Test
  void aSpikeOfASilentWatchComesWithoutASoundAndOneOfAMutedWatchNotAtAll() {
    Watch silent = watch("entity:saddam-haftar");
    Watch muted = watch("entity:khalifa-haftar");
    new Habits(jdbi()).urgency(chat.id(), silent.id(), Urgency.SILENT);
    new Mutes(jdbi()).add(chat.id(), Mutes.Kind.WATCH, muted.id(), null);
    hits(silent, 12);
    hits(muted, 12);

    assertThat(spikes.look(now)).isEqualTo(1);
    assertThat(world.outbox.claim(10, Duration.ofMinutes(1), now.plusSeconds(1)))
        .singleElement()
        .matches(Delivery::silent);
  }
}
