package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.SteppedClock;
import org.marsad.feed.FeedParser;
import org.marsad.feed.Item;
import org.marsad.feed.Parsed;
import org.marsad.feed.ParsedFeed;

/** The sample newsroom, read by the program's own parser. */
class NewsroomTest {
  private static final URI BASE = URI.create("http://127.0.0.1:8080");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00.250Z"));
  private final Newsroom newsroom = new Newsroom(clock, NewsStock.sample());

  @AfterEach
  void close() {
    newsroom.close();
  }

  private ParsedFeed read(NewsFeed feed) {
    byte[] document = NewsXml.of(feed, newsroom.items(feed), BASE);
    Parsed parsed =
        new FeedParser(clock).parse(document, feed.contentType(), BASE.resolve("/feed.xml"));
    assertThat(parsed).isInstanceOf(Parsed.Ok.class);
    return ((Parsed.Ok) parsed).feed();
  }

  @ParameterizedTest
  @EnumSource(NewsFeed.class)
  void eachFeedIsReadAsItWasPublished(NewsFeed feed) {
    NewsItem item =
        newsroom.publish(
            feed, "صدام حفتر & «الكُفرة» <عاجل> – ١٢ گ", "نصٌّ، فيه … وُضِع؛ été œuvre");
    Item read = read(feed).items().get(0);

    assertThat(read.guid()).isEqualTo(item.guid());
    assertThat(read.title()).isEqualTo(item.title());
    assertThat(read.summary()).isEqualTo(item.text());
    assertThat(read.link()).isEqualTo("http://127.0.0.1:8080/playground/news/" + item.number());
    assertThat(read.publishedAt()).isEqualTo(item.published());
  }

  @Test
  void oneFeedIsHonestlyInAnOldArabicCharset() {
    newsroom.publish(NewsFeed.MULTAQA, "الفاشر", "نص");
    byte[] document = NewsXml.of(NewsFeed.MULTAQA, newsroom.items(NewsFeed.MULTAQA), BASE);
    assertThat(new String(document, StandardCharsets.ISO_8859_1))
        .startsWith("<?xml version=\"1.0\" encoding=\"windows-1256\"?>")
        .contains("\u00c7\u00e1\u00dd\u00c7\u00d4\u00d1");
  }

  @Test
  void everyFeedHasABacklogSoThatTheFirstPollHasSomethingToStore() {
    for (NewsFeed feed : NewsFeed.values()) {
      assertThat(read(feed).items()).isNotEmpty();
    }
  }

  @Test
  void noGuidComesTwiceHoweverOftenTheStockGoesRound() {
    Set<String> guids = new HashSet<>();
    newsroom.latest(1000).forEach(item -> guids.add(item.guid()));
    int before = guids.size();
    int turns = NewsStock.sample().drafts().size() * 3;
    for (int i = 0; i < turns; i++) {
      guids.add(newsroom.publishNext().guid());
    }
    assertThat(guids).hasSize(before + turns);

    clock.step(Duration.ofSeconds(1));
    try (Newsroom afterRestart = new Newsroom(clock, NewsStock.sample())) {
      assertThat(guids).doesNotContain(afterRestart.publishNext().guid());
    }
  }

  @Test
  void aFeedKeepsItsLastHundredItems() {
    for (int i = 0; i < 130; i++) {
      newsroom.publish(NewsFeed.WAHA, "خبر " + i, "");
    }
    assertThat(newsroom.items(NewsFeed.WAHA)).hasSize(100);
    assertThat(newsroom.items(NewsFeed.WAHA).get(0).title()).isEqualTo("خبر 129");
  }

  @Test
  void itPublishesByItself() {
    List<NewsItem> heard = new ArrayList<>();
    newsroom.listen(
        item -> {
          synchronized (heard) {
            heard.add(item);
          }
        });
    newsroom.start(Duration.ofMillis(20));
    await()
        .untilAsserted(
            () -> {
              synchronized (heard) {
                assertThat(heard).hasSizeGreaterThan(2);
              }
            });
  }

  @Test
  void theSampleNewsAreVariedAndNameWhatTheyTrap() {
    List<NewsStock.Draft> drafts = NewsStock.sample().drafts();
    assertThat(drafts).hasSizeGreaterThanOrEqualTo(80);
    assertThat(drafts).extracting(NewsStock.Draft::feed).contains(NewsFeed.values());
    assertThat(drafts).extracting(NewsStock.Draft::title).doesNotHaveDuplicates();
    assertThat(drafts).anyMatch(d -> d.title().startsWith("صدام حفتر"));
    assertThat(drafts).anyMatch(d -> d.title().startsWith("صدام في"));
  }
}
