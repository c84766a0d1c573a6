package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Alert;
import org.marsad.alert.Alerts;
import org.marsad.alert.Chat;
import org.marsad.alert.Delivery;
import org.marsad.alert.Message;
import org.marsad.alert.Outcome;
import org.marsad.alert.Told;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FetchLimits;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.FoundFeed;
import org.marsad.feed.HostLimits;
import org.marsad.feed.Item;
import org.marsad.feed.Pages;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Reason;
import org.marsad.feed.Subscription;
import org.marsad.feed.Subscriptions;
import org.marsad.story.Stories;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;

/** One feed polled, on a real database and a real HTTP server. */
class FeedPollTest {
  private static final Duration MIN = Duration.ofMinutes(1);

  private final Clock clock = Clock.systemUTC();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger woken = new AtomicInteger();
  private final WatchMatcher matcher =
      new WatchMatcher(Catalogue.read(Path.of("config/entities.yaml")));
  private final FeedFetcher fetcher =
      new FeedFetcher(
          FetchLimits.standard("Marsad test")
              .withPrivateAddresses(true)
              .withPerHost(HostLimits.NONE));
  private FeedServer server;
  private Database database;
  private Alerts world;
  private FeedPoll feedPoll;
  private Subscriptions subscriptions;
  private FollowedFeeds followed;
  private Chat chat;

  @BeforeEach
  void open() throws IOException {
    server = new FeedServer();
    database = TestDatabase.open();
    world = new Alerts(database.jdbi());
    followed = new FollowedFeeds(database.jdbi());
    subscriptions = new Subscriptions(database.jdbi());
    world.feeds.follow(List.of(new CatalogueFeed(server.url(), "المرصد", "ar", "ly")));
    feedPoll = feedPoll(matcher);
    chat = world.chat(7, clock.instant());
    Watch watch = world.watch(chat, "نفط", clock.instant());
    matcher.add(watch);
  }

  @AfterEach
  void close() {
    fetcher.close();
    database.close();
    server.close();
  }

  private FeedPoll feedPoll(WatchMatcher which) {
    return new FeedPoll(
        new FeedPoll.Stores(
            database.jdbi(),
            world.feeds,
            followed,
            subscriptions,
            world.items,
            new Pages(database.jdbi()),
            world.watches,
            new Stories(matcher::catalogue),
            world.outbox),
        new FeedPoll.Reading(
            fetcher,
            new FeedParser(clock),
            which,
            new CheckTimes.Bounds(MIN, Duration.ofMinutes(15)),
            clock),
        woken::incrementAndGet,
        meters);
  }

  private Polled poll() {
    return feedPoll.poll(world.feed().id());
  }

  private List<String> told() {
    List<String> titles = new ArrayList<>();
    List<Delivery> claimed;
    do {
      claimed = world.outbox.claim(100, Duration.ofHours(1), clock.instant());
      claimed.stream()
          .map(Delivery::told)
          .filter(told -> told instanceof Alert)
          .forEach(told -> titles.add(((Alert) told).item().title()));
      world.outbox.write(
          claimed.stream().map(delivery -> Outcome.sent(delivery.id(), "", 1)).toList(),
          clock.instant());
    } while (!claimed.isEmpty());
    return titles;
  }

  private List<String> stored() {
    return world.items.since(Instant.EPOCH, Long.MAX_VALUE, 100).stream().map(Item::title).toList();
  }

  @Test
  void firstPollAlertsNobody() {
    server.publish("1", "ارتفاع أسعار النفط");

    assertThat(poll().outcome()).isEqualTo("first read");
    assertThat(stored()).containsExactly("ارتفاع أسعار النفط");
    assertThat(told()).isEmpty();
    assertThat(woken).hasValue(0);
  }

  @Test
  void whatComesAfterTheFirstPollIsToldAndWakesDelivery() {
    poll();
    server.publish("1", "ارتفاع أسعار النفط");
    server.publish("2", "افتتاح معرض الكتاب");

    assertThat(poll().newItems()).isEqualTo(2);
    assertThat(told()).containsExactly("ارتفاع أسعار النفط");
    assertThat(woken).hasValue(1);
    assertThat(world.watches.hitsSince(chat.id(), Instant.EPOCH)).hasSize(1).containsValue(1);
  }

  @Test
  void aSourceThatAChatAddedIsToldToThatChatAlone() {
    Chat other = world.chat(8, clock.instant());
    matcher.add(world.watch(other, "نفط", clock.instant()));
    world.feeds.follow(List.of());
    ParsedFeed nothing = new ParsedFeed("الخاص", "UTF-8", null, null, null, List.of());
    FoundFeed found = new FoundFeed(server.url(), nothing);
    long feed = followed.follow(chat.id(), found, 1, clock.instant()).feedId();
    server.publish("1", "ارتفاع أسعار النفط");
    assertThat(feedPoll.poll(feed).outcome()).isEqualTo("first read");

    server.publish("2", "انخفاض أسعار النفط");
    feedPoll.poll(feed);
    assertThat(told()).containsExactly("انخفاض أسعار النفط");
    assertThat(world.watches.hitsSince(chat.id(), Instant.EPOCH)).hasSize(1);
    assertThat(world.watches.hitsSince(other.id(), Instant.EPOCH)).isEmpty();
  }

  @Test
  void theOldestIsToldFirst() {
    poll();
    server.publish("1", "النفط يرتفع صباحًا");
    server.publish("2", "النفط ينخفض مساءً");
    poll();

    assertThat(told()).containsExactly("النفط يرتفع صباحًا", "النفط ينخفض مساءً");
  }

  @Test
  void itemsAndAlertsAreCommittedTogether() {
    poll();
    server.publish("1", "ارتفاع أسعار النفط");
    execute("ALTER TABLE outbox ADD CONSTRAINT broken CHECK (item_id < 0)");

    assertThat(poll().outcome()).isEqualTo("not stored");
    assertThat(stored()).isEmpty();
    assertThat(world.watches.hitsSince(chat.id(), Instant.EPOCH)).isEmpty();

    execute("ALTER TABLE outbox DROP CONSTRAINT broken");
    poll();
    assertThat(stored()).hasSize(1);
    assertThat(told()).containsExactly("ارتفاع أسعار النفط");
    assertThat(meters.counter("marsad.items").count()).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseDoesNotTakeIsToldAndBackedOff() {
    poll();
    server.publish("1", "ارتفاع أسعار النفط");
    execute("ALTER TABLE items ADD CONSTRAINT broken CHECK (feed_id < 0)");
    Instant before = clock.instant();
    poll();
    Polled second = poll();

    assertThat(second.next()).isAfterOrEqualTo(before.plus(MIN.multipliedBy(2)));
    assertThat(world.feed().failures()).isEqualTo(2);
    assertThat(world.feed().lastOutcome())
        .startsWith(Reason.NOT_STORED.words())
        .containsIgnoringCase("broken");
    execute("ALTER TABLE items DROP CONSTRAINT broken");
  }

  @Test
  void aHeadlineThatIsEditedAlertsWhoIsHitOnlyNow() {
    poll();
    server.publish("1", "بيان للوزارة اليوم");
    poll();
    assertThat(told()).isEmpty();

    server.clear();
    server.publish("1", "بيان لوزارة النفط اليوم");
    poll();
    assertThat(told()).containsExactly("بيان لوزارة النفط اليوم");
    assertThat(woken).hasValue(1);
    assertThat(world.watches.hitsSince(chat.id(), Instant.EPOCH)).containsValue(1);
  }

  @Test
  void aHeadlineThatIsEditedAlertsNobodyTwice() {
    Watch gas = world.watch(chat, "غاز", clock.instant());
    matcher.add(gas);
    poll();
    server.publish("1", "ارتفاع أسعار النفط");
    poll();
    assertThat(told()).hasSize(1);

    server.clear();
    server.publish("1", "ارتفاع أسعار النفط والغاز");
    poll();
    assertThat(told()).isEmpty();
    assertThat(world.watches.hitsSince(chat.id(), Instant.EPOCH)).containsEntry(gas.id(), 1);
  }

  @Test
  void whatAnOutageHeldUpComesInOneMessageWhereItIsMuch() {
    poll();
    execute("UPDATE feeds SET failures = 9, last_success_at = last_success_at - INTERVAL '5' HOUR");
    IntStream.rangeClosed(1, 40).forEach(i -> server.publish("m" + i, "النفط اليوم " + i));
    poll();

    Message message = onlyNotice();
    assertThat(message.plain()).contains("عادت قراءة").contains("المرصد").contains("40");
    assertThat(message.plain().lines().skip(1).toList())
        .hasSize(40)
        .allMatch(line -> line.contains("النفط اليوم"));
    assertThat(message.html()).contains("<a href=\"https://example.org/n/m40\">");
    assertThat(suppressed()).isEqualTo(40);
    assertThat(world.watches.hitsSince(chat.id(), Instant.EPOCH)).containsValue(40);
    assertThat(woken).hasValue(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void theCatchUpMessageFitsHoweverMuchItLists() {
    poll();
    execute("UPDATE feeds SET next_check_at = next_check_at - INTERVAL '2' HOUR");
    IntStream.range(0, 90).forEach(i -> server.publish("m" + i, "النفط " + "كلمة ".repeat(60) + i));
    poll();

    String plain = onlyNotice().plain();
    assertThat(plain.codePointCount(0, plain.length())).isBetween(3000, 4096);
    assertThat(plain.lines().reduce((first, last) -> last).orElseThrow()).contains("خبرًا آخر");
  }

  @Test
  void whatAnOutageHeldUpComesOneByOneWhereItIsLittle() {
    poll();
    execute("UPDATE feeds SET failures = 9, last_success_at = last_success_at - INTERVAL '5' HOUR");
    IntStream.rangeClosed(1, 5).forEach(i -> server.publish("m" + i, "النفط اليوم " + i));
    poll();

    assertThat(told()).hasSize(5);
  }

  private Message onlyNotice() {
    List<Delivery> claimed = world.outbox.claim(100, Duration.ofHours(1), clock.instant());
    assertThat(claimed).hasSize(1);
    return ((Told.Notice) claimed.get(0).told()).message();
  }

  private int suppressed() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM outbox WHERE state = 'suppressed' AND reason = 'in the catch-up message'")
                    .mapTo(Integer.class)
                    .one());
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  @Test
  void datesInAFeedDecideNothing() {
    poll();
    server.publish("old", "النفط قبل نصف قرن", "", "Thu, 01 Jan 1970 00:00:00 GMT");
    server.publish("ahead", "النفط بعد نصف قرن", "", "Wed, 01 Jan 2076 00:00:00 GMT");
    server.publish("none", "النفط بلا تاريخ", "", "");
    server.publish("nonsense", "النفط وتاريخ غريب", "", "أمس");
    poll();
    assertThat(told()).hasSize(4);

    server.clear();
    server.publish("old", "النفط قبل نصف قرن", "", "Sun, 01 Mar 2026 10:00:00 GMT");
    poll();
    assertThat(told()).isEmpty();
  }

  @Test
  void theMatcherIsRebuiltFromTheDatabase() {
    poll();
    WatchMatcher fresh = new WatchMatcher(matcher.catalogue());
    assertThat(fresh.reload(world.watches::all)).isEmpty();
    feedPoll = feedPoll(fresh);
    server.publish("1", "ارتفاع أسعار النفط");
    poll();

    assertThat(told()).containsExactly("ارتفاع أسعار النفط");
  }

  @Test
  void noConnectionIsHeldWhileFetching() {
    AtomicInteger busy = new AtomicInteger(-1);
    server.beforeAnswer = () -> busy.set(database.busyConnections());
    poll();

    assertThat(busy).hasValue(0);
  }

  @Test
  void aFeedThatWasEmptyAlertsItsFirstItem() {
    assertThat(poll().outcome()).isEqualTo("first read");
    server.publish("1", "ارتفاع أسعار النفط");
    poll();

    assertThat(told()).hasSize(1);
  }

  @Test
  void anArchivePublishedAgainAlertsNobody() {
    poll();
    server.publish("1", "ارتفاع أسعار النفط");
    poll();
    assertThat(told()).hasSize(1);
    server.clear();
    poll();
    server.publish("1", "ارتفاع أسعار النفط");

    assertThat(poll().outcome()).isEqualTo("nothing new");
    assertThat(told()).isEmpty();
  }

  @Test
  void aFailureTellsNobodyAndTheNextPollComesLaterEachTime() {
    poll();
    server.publish("1", "ارتفاع أسعار النفط");
    server.answersWith(500);
    Instant before = clock.instant();
    Polled first = poll();
    Polled second = poll();

    assertThat(first.outcome()).isEqualTo("http status");
    assertThat(first.next()).isAfterOrEqualTo(before.plus(MIN));
    assertThat(second.next()).isAfterOrEqualTo(before.plus(MIN.multipliedBy(2)));
    assertThat(world.feed().failures()).isEqualTo(2);

    server.answersWith(200);
    poll();
    assertThat(world.feed().failures()).isZero();
    assertThat(told()).hasSize(1);
  }

  @Test
  void aFeedThatIsGoneForGoodIsNotReadAgain() {
    long id = world.feed().id();
    server.answersWith(410);

    assertThat(poll()).isEqualTo(new Polled("gone", 0, null));
    int requests = server.requests.get();
    assertThat(feedPoll.poll(id)).isEqualTo(new Polled("not followed", 0, null));
    assertThat(server.requests).hasValue(requests);
  }

  @Test
  void aPageInsteadOfAFeedIsAFailureWithItsReason() {
    server.showsPage("<!DOCTYPE html><html><body>مرحبا</body></html>");

    assertThat(poll().outcome()).isEqualTo("not a feed");
    assertThat(world.feed().lastOutcome()).contains("HTML page");
  }

  @Test
  void aFeedIsReadSeldomOnlyWhileItsHubTellsAllThatIsNew() {
    server.namesHub(URI.create("https://hub.example/"));
    assertThat(waitAfterPoll()).isLessThan(Duration.ofMinutes(2));
    Subscription hub = subscriptions.due(clock.instant()).get(0);
    subscriptions.confirmed(hub, Duration.ofDays(1), clock.instant());
    server.publish("1", "ارتفاع أسعار النفط");
    byte[] pushed = server.document().getBytes(StandardCharsets.UTF_8);
    assertThat(feedPoll.pushed(world.feed().id(), pushed, null))
        .contains(new Polled("told by hub", 1, null));
    assertThat(told()).hasSize(1);
    assertThat(waitAfterPoll()).isGreaterThan(Duration.ofMinutes(14));

    server.publish("2", "هبوط أسعار النفط");
    assertThat(waitAfterPoll()).isLessThan(Duration.ofMinutes(14));
    assertThat(told()).hasSize(1);
  }

  @Test
  void aHubTellsNothingOfAFeedWeNeverRead() {
    byte[] pushed = server.document().getBytes(StandardCharsets.UTF_8);
    assertThat(feedPoll.pushed(world.feed().id(), pushed, null)).isEmpty();
    assertThat(feedPoll.pushed(world.feed().id() + 1, pushed, null)).isEmpty();
  }

  private Duration waitAfterPoll() {
    return Duration.between(clock.instant(), Objects.requireNonNull(poll().next()));
  }

  @Test
  void pollsAreCountedByTheirOutcome() {
    poll();
    poll();
    server.answersWith(503);
    poll();

    Map<String, Double> counts = Map.of("first read", 1.0, "not modified", 1.0, "unavailable", 1.0);
    counts.forEach(
        (outcome, count) ->
            assertThat(meters.counter("marsad.polls", "outcome", outcome).count())
                .as(outcome)
                .isEqualTo(count));
  }
}
