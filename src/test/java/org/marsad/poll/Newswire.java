package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.marsad.SteppedClock;
import org.marsad.alert.Alerts;
import org.marsad.alert.Chat;
import org.marsad.alert.Delivery;
import org.marsad.alert.Digests;
import org.marsad.alert.Habits;
import org.marsad.alert.Outcome;
import org.marsad.alert.Told;
import org.marsad.alert.Urgency;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FetchLimits;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.HostLimits;
import org.marsad.feed.Pages;
import org.marsad.feed.Subscriptions;
import org.marsad.story.Stories;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;

/** Three outlets that publish, and chats that are told, on a real database without a network. */
final class Newswire implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final List<String> OUTLETS = List.of("المرصد", "الوسط", "الشرق");

  private static final Catalogue NAMES = Catalogue.read(Path.of("config/entities.yaml"));

  final SteppedClock clock = new SteppedClock(NOON);
  final AtomicReference<Catalogue> names = new AtomicReference<>(NAMES);
  final WatchMatcher matcher = new WatchMatcher(NAMES);
  final Jdbi jdbi;
  final Alerts world;
  final Digests digests;
  volatile Runnable beforeJudging = () -> {};
  final FullTexts fullTexts;
  private final FeedPoll poll;
  private final FeedFetcher fetcher;
  private int messages;

  /** On a database that others used before: what they left is removed. */
  Newswire(Jdbi jdbi) {
    this.jdbi = jdbi;
    world = Alerts.anew(jdbi);
    List<CatalogueFeed> feeds = new ArrayList<>();
    for (int i = 0; i < OUTLETS.size(); i++) {
      URI url = URI.create("https://outlet" + i + ".example/feed");
      feeds.add(new CatalogueFeed(url, OUTLETS.get(i), "ar", "ly", List.of(), i == 2));
    }
    world.feeds.follow(feeds);
    execute("UPDATE feeds SET initialised = TRUE, failures = 0");
    fetcher =
        new FeedFetcher(
            FetchLimits.standard("Marsad test")
                .withPrivateAddresses(true)
                .withPerHost(HostLimits.NONE));
    FeedPoll.Stores stores = stores();
    FeedPoll.Reading reading =
        new FeedPoll.Reading(
            fetcher,
            new FeedParser(clock),
            matcher,
            new CheckTimes.Bounds(Duration.ofMinutes(1), Duration.ofMinutes(15)),
            clock);
    poll = new FeedPoll(stores, reading, () -> {}, new SimpleMeterRegistry());
    fullTexts = new FullTexts(stores, reading, () -> {});
    digests = new Digests(jdbi, world.outbox);
  }

  private FeedPoll.Stores stores() {
    return new FeedPoll.Stores(
        jdbi,
        world.feeds,
        new FollowedFeeds(jdbi),
        new Subscriptions(jdbi),
        world.items,
        new Pages(jdbi),
        world.watches,
        new Stories(this::catalogue),
        world.outbox);
  }

  private Catalogue catalogue() {
    beforeJudging.run();
    return names.get();
  }

  Feed outlet(int number) {
    String title = OUTLETS.get(number);
    return world.feeds.all().stream()
        .filter(feed -> feed.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** One chat more. */
  Chat chat(long number) {
    return world.chat(number, clock.instant());
  }

  Watch watch(Chat chat, String query, Urgency urgency) {
    Watch watch = world.watch(chat, query, clock.instant());
    new Habits(jdbi).urgency(chat.id(), watch.id(), urgency);
    matcher.add(watch);
    return watch;
  }

  /** An outlet publishes headlines, the last one first in its feed, each under its own address. */
  void publish(int outlet, String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      items.insert(0, item(title, "https://outlet" + outlet + ".example/" + title.hashCode()));
    }
    push(outlet, items.toString());
  }

  /** An outlet publishes a headline whose article stands at an address. */
  void publishWithPage(int outlet, String title, URI page) {
    push(outlet, item(title, page.toString()));
  }

  private static String item(String title, String link) {
    return "<item><guid isPermaLink=\"false\">"
        + link
        + "</guid><link>"
        + link
        + "</link><title><![CDATA["
        + title
        + "]]></title><description></description></item>";
  }

  /** An outlet gives a headline of its own another wording. */
  void changes(int outlet, String title, String newTitle) {
    String link = "https://outlet" + outlet + ".example/" + title.hashCode();
    push(outlet, item(newTitle, link));
  }

  private void push(int outlet, String items) {
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>مصدر</title>"
            + "<link>https://example.org/</link><description>د</description>"
            + items
            + "</channel></rss>";
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    assertThat(poll.pushed(outlet(outlet).id(), bytes, null)).isPresent();
  }

  /** Tells all that is due, as Telegram would take it; what was told, in order. */
  List<Told> told() {
    List<Told> told = new ArrayList<>();
    List<Delivery> claimed = claim();
    while (!claimed.isEmpty()) {
      claimed.forEach(delivery -> told.add(delivery.told()));
      world.outbox.write(
          claimed.stream().map(delivery -> Outcome.sent(delivery.id(), "", ++messages)).toList(),
          clock.instant());
      claimed = claim();
    }
    return told;
  }

  private List<Delivery> claim() {
    return world.outbox.claim(100, Duration.ofHours(1), clock.instant());
  }

  /** What is told together when its time has come. */
  List<Told> toldTogetherAfter(Duration time) {
    clock.step(time);
    digests.tell(clock.instant());
    return told();
  }

  void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  @Override
  public void close() {
    fullTexts.close();
    fetcher.close();
  }
}
