package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Alerts;
import org.marsad.alert.Chat;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FetchLimits;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.HostLimits;
import org.marsad.feed.Pages;
import org.marsad.feed.Subscriptions;
import org.marsad.story.Stories;
import org.marsad.watch.WatchMatcher;

/** The pages of items read, on a real database and a real HTTP server. */
class FullTextsTest {
  private static final String ARTICLE =
      "<html><body><nav><a href=\"/\">انقلاب في الملعب</a></nav><article><p>"
          + "عقد المجلس البلدي جلسته العادية صباح اليوم وناقش فيها أعمال الطرق والمدارس قبل العام الجديد.</p><p>"
          + "وقال رئيس المجلس إن أسعار النفط تحدد ما يصرف على الطريق الساحلي وعلى صيانة الميناء القديم.</p>"
          + "</article></body></html>";

  private final Clock clock = Clock.systemUTC();
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
  private FullTexts fullTexts;

  @BeforeEach
  void open() throws IOException {
    server = new FeedServer();
    database = TestDatabase.open();
    world = new Alerts(database.jdbi());
    Pages pages = new Pages(database.jdbi());
    FeedPoll.Stores stores =
        new FeedPoll.Stores(
            database.jdbi(),
            world.feeds,
            new FollowedFeeds(database.jdbi()),
            new Subscriptions(database.jdbi()),
            world.items,
            pages,
            world.watches,
            new Stories(matcher::catalogue),
            world.outbox);
    FeedPoll.Reading reading =
        new FeedPoll.Reading(
            fetcher,
            new FeedParser(clock),
            matcher,
            new CheckTimes.Bounds(Duration.ofMinutes(1), Duration.ofMinutes(15)),
            clock);
    feedPoll = new FeedPoll(stores, reading, () -> {}, new SimpleMeterRegistry());
    fullTexts = new FullTexts(stores, reading, woken::incrementAndGet);
    Chat chat = world.chat(7, clock.instant());
    matcher.add(world.watch(chat, "نفط", clock.instant()));
    Chat other = world.chat(8, clock.instant());
    matcher.add(world.watch(other, "جلسة", clock.instant()));
    matcher.add(world.watch(other, "انقلاب", clock.instant()));
  }

  @AfterEach
  void close() {
    fullTexts.close();
    fetcher.close();
    database.close();
    server.close();
  }

  private void pollFirst(boolean fullText) {
    world.feeds.follow(
        List.of(new CatalogueFeed(server.url(), "المرصد", "ar", "ly", List.of(), fullText)));
    poll();
  }

  private void poll() {
    feedPoll.poll(world.feeds.all().get(world.feeds.all().size() - 1).id());
  }

  private int told() {
    return world.outbox.countByState().getOrDefault("pending", 0);
  }

  private String body() {
    return world.items.since(Instant.EPOCH, Long.MAX_VALUE, 9).stream()
        .map(item -> item.details().body())
        .collect(Collectors.joining());
  }

  @Test
  void whatTheTeaserHitIsToldBeforeThePageIsRead() {
    pollFirst(true);
    server.publishWithPage("1", "جلسة للمجلس البلدي", ARTICLE);
    poll();
    assertThat(told()).isEqualTo(1);
    assertThat(server.pageRequests).hasValue(0);

    fullTexts.look();
    assertThat(body()).contains("أسعار النفط").doesNotContain("انقلاب");
    assertThat(told()).isEqualTo(2);
    assertThat(woken).hasValue(1);

    fullTexts.look();
    assertThat(server.pageRequests).hasValue(1);
    assertThat(told()).isEqualTo(2);
  }

  @Test
  void noPageIsReadUnlessTheOperatorWantsIt() {
    pollFirst(false);
    server.publishWithPage("1", "جلسة للمجلس البلدي", ARTICLE);
    poll();
    fullTexts.look();

    assertThat(server.pageRequests).hasValue(0);
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void theBacklogOfANewSourceIsNotRead() {
    server.publishWithPage("1", "جلسة للمجلس البلدي", ARTICLE);
    pollFirst(true);
    fullTexts.look();

    assertThat(server.pageRequests).hasValue(0);
  }

  @Test
  void aPageThatCannotBeReadLeavesTheTeaserAndOtherPagesAlone() {
    pollFirst(true);
    server.publishAt("1", server.url().resolve("/pages/none").toString(), "نفط");
    server.publishAt("2", "http://127.0.0.1:1/ ungültig|", "نفط");
    server.publishWithPage("3", "أخبار البلدية", ARTICLE);
    poll();
    assertThat(told()).isEqualTo(2);

    fullTexts.look();
    assertThat(body()).contains("أسعار النفط");
    assertThat(told()).isEqualTo(4);
  }
}
