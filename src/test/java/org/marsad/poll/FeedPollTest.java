package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;
import org.marsad.feed.FoundFeed;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Subscription;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;

/** One feed polled, on a real database and a real HTTP server. */
class FeedPollTest {
  private PollBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new PollBench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void firstPollAlertsNobody() {
    bench.server.publish("1", "ارتفاع أسعار النفط");

    assertThat(bench.poll().outcome()).isEqualTo("first read");
    assertThat(bench.stored()).containsExactly("ارتفاع أسعار النفط");
    assertThat(bench.told()).isEmpty();
    assertThat(bench.woken).hasValue(0);
  }

  @Test
  void whatComesAfterTheFirstPollIsToldAndWakesDelivery() {
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.server.publish("2", "افتتاح معرض الكتاب");

    assertThat(bench.poll().newItems()).isEqualTo(2);
    assertThat(bench.told()).containsExactly("ارتفاع أسعار النفط");
    assertThat(bench.woken).hasValue(1);
    assertThat(bench.world.watches.hitsSince(bench.chat.id(), Instant.EPOCH))
        .hasSize(1)
        .containsValue(1);
  }

  @Test
  void aSourceThatAChatAddedIsToldToThatChatAlone() {
    Chat other = bench.world.chat(8, bench.clock.instant());
    bench.matcher.add(bench.world.watch(other, "نفط", bench.clock.instant()));
    bench.world.feeds.follow(List.of());
    ParsedFeed nothing = new ParsedFeed("الخاص", "UTF-8", null, null, null, List.of());
    FoundFeed found = new FoundFeed(bench.server.url(), nothing);
    long feed = bench.followed.follow(bench.chat.id(), found, 1, bench.clock.instant()).feedId();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    assertThat(bench.feedPoll.poll(feed).outcome()).isEqualTo("first read");

    bench.server.publish("2", "انخفاض أسعار النفط");
    bench.feedPoll.poll(feed);
    assertThat(bench.told()).containsExactly("انخفاض أسعار النفط");
    assertThat(bench.world.watches.hitsSince(bench.chat.id(), Instant.EPOCH)).hasSize(1);
    assertThat(bench.world.watches.hitsSince(other.id(), Instant.EPOCH)).isEmpty();
  }

  @Test
  void theOldestIsToldFirst() {
    bench.poll();
    bench.server.publish("1", "النفط يرتفع صباحًا");
    bench.server.publish("2", "النفط ينخفض مساءً");
    bench.poll();

    assertThat(bench.told()).containsExactly("النفط يرتفع صباحًا", "النفط ينخفض مساءً");
  }

  @Test
  void itemsAndAlertsAreCommittedTogether() {
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.execute("ALTER TABLE outbox ADD CONSTRAINT broken CHECK (item_id < 0)");

    assertThat(bench.poll().outcome()).isEqualTo("not stored");
    assertThat(bench.stored()).isEmpty();
    assertThat(bench.world.watches.hitsSince(bench.chat.id(), Instant.EPOCH)).isEmpty();

    bench.execute("ALTER TABLE outbox DROP CONSTRAINT broken");
    bench.poll();
    assertThat(bench.stored()).hasSize(1);
    assertThat(bench.told()).containsExactly("ارتفاع أسعار النفط");
    assertThat(bench.meters.counter("marsad.items").count()).isEqualTo(1);
  }

  @Test
  void aHeadlineThatIsEditedAlertsWhoIsHitOnlyNow() {
    bench.poll();
    bench.server.publish("1", "بيان للوزارة اليوم");
    bench.poll();
    assertThat(bench.told()).isEmpty();

    bench.server.clear();
    bench.server.publish("1", "بيان لوزارة النفط اليوم");
    bench.poll();
    assertThat(bench.told()).containsExactly("بيان لوزارة النفط اليوم");
    assertThat(bench.woken).hasValue(1);
    assertThat(bench.world.watches.hitsSince(bench.chat.id(), Instant.EPOCH)).containsValue(1);
  }

  @Test
  void aHeadlineThatIsEditedAlertsNobodyTwice() {
    Watch gas = bench.world.watch(bench.chat, "غاز", bench.clock.instant());
    bench.matcher.add(gas);
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.poll();
    assertThat(bench.told()).hasSize(1);

    bench.server.clear();
    bench.server.publish("1", "ارتفاع أسعار النفط والغاز");
    bench.poll();
    assertThat(bench.told()).isEmpty();
    assertThat(bench.world.watches.hitsSince(bench.chat.id(), Instant.EPOCH))
        .containsEntry(gas.id(), 1);
  }

  @Test
  void datesInAFeedDecideNothing() {
    bench.poll();
    bench.server.publish("old", "النفط قبل نصف قرن", "", "Thu, 01 Jan 1970 00:00:00 GMT");
    bench.server.publish("ahead", "النفط بعد نصف قرن", "", "Wed, 01 Jan 2076 00:00:00 GMT");
    bench.server.publish("none", "النفط بلا تاريخ", "", "");
    bench.server.publish("nonsense", "النفط وتاريخ غريب", "", "أمس");
    bench.poll();
    assertThat(bench.told()).hasSize(4);

    bench.server.clear();
    bench.server.publish("old", "النفط قبل نصف قرن", "", "Sun, 01 Mar 2026 10:00:00 GMT");
    bench.poll();
    assertThat(bench.told()).isEmpty();
  }

  @Test
  void theMatcherIsRebuiltFromTheDatabase() {
    bench.poll();
    WatchMatcher fresh = new WatchMatcher(bench.matcher.catalogue());
    assertThat(fresh.reload(bench.world.watches::all)).isEmpty();
    bench.feedPoll = bench.feedPoll(fresh);
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.poll();

    assertThat(bench.told()).containsExactly("ارتفاع أسعار النفط");
  }

  @Test
  void noConnectionIsHeldWhileFetching() {
    AtomicInteger busy = new AtomicInteger(-1);
    bench.server.beforeAnswer = () -> busy.set(bench.database.busyConnections());
    bench.poll();

    assertThat(busy).hasValue(0);
  }

  @Test
  void aFeedThatWasEmptyAlertsItsFirstItem() {
    assertThat(bench.poll().outcome()).isEqualTo("first read");
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.poll();

    assertThat(bench.told()).hasSize(1);
  }

  @Test
  void anArchivePublishedAgainAlertsNobody() {
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.poll();
    assertThat(bench.told()).hasSize(1);
    bench.server.clear();
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");

    assertThat(bench.poll().outcome()).isEqualTo("nothing new");
    assertThat(bench.told()).isEmpty();
  }

  @Test
  void aFeedIsReadSeldomOnlyWhileItsHubTellsAllThatIsNew() {
    bench.server.namesHub(URI.create("https://hub.example/"));
    assertThat(waitAfterPoll()).isLessThan(Duration.ofMinutes(2));
    Subscription hub = bench.subscriptions.due(bench.clock.instant()).get(0);
    bench.subscriptions.confirmed(hub, Duration.ofDays(1), bench.clock.instant());
    bench.server.publish("1", "ارتفاع أسعار النفط");
    byte[] pushed = bench.server.document().getBytes(StandardCharsets.UTF_8);
    assertThat(bench.feedPoll.pushed(bench.world.feed().id(), pushed, null))
        .contains(new Polled("told by hub", 1, null));
    assertThat(bench.told()).hasSize(1);
    assertThat(waitAfterPoll()).isGreaterThan(Duration.ofMinutes(14));

    bench.server.publish("2", "هبوط أسعار النفط");
    assertThat(waitAfterPoll()).isLessThan(Duration.ofMinutes(14));
    assertThat(bench.told()).hasSize(1);
  }

  @Test
  void aHubTellsNothingOfAFeedWeNeverRead() {
    byte[] pushed = bench.server.document().getBytes(StandardCharsets.UTF_8);
    assertThat(bench.feedPoll.pushed(bench.world.feed().id(), pushed, null)).isEmpty();
    assertThat(bench.feedPoll.pushed(bench.world.feed().id() + 1, pushed, null)).isEmpty();
  }

  private Duration waitAfterPoll() {
    return Duration.between(bench.clock.instant(), Objects.requireNonNull(bench.poll().next()));
  }
}
