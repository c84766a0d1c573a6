package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;

abstract class FeedsContract {
  private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
  private static final URI NEW = URI.create("https://new.example/feed");

  private Database database;
  private Feeds feeds;

  /** An empty, migrated database. */
  abstract Database fresh();

  @BeforeEach
  void open() {
    database = fresh();
    feeds = new Feeds(database.jdbi());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void twoAddressesOfOneFeedAreOneFeed() {
    follow("https://a.example/feed", "http://A.example:80/feed/");
    assertThat(feeds.all()).extracting(Feed::url).containsExactly(url("https://a.example/feed"));
    follow("http://a.example/feed/");
    assertThat(feeds.all()).extracting(Feed::url).containsExactly(url("http://a.example/feed/"));
  }

  @Test
  void allThatIsLearntOfAFeedIsKept() {
    follow("https://a.example/feed");
    FeedState state =
        new FeedState(
            new Validators("\"e\"", "Mon", "hash"),
            3,
            NOW,
            NOW.minusSeconds(1),
            NOW.minusSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(90),
            new Move(NEW, 2));
    CheckTimes.Next next = new CheckTimes.Next(NOW.plusSeconds(60), "the feed's wish", false);
    feeds.checked(feed(), new Feeds.Check(state, next, "not modified", NOW));
    assertThat(feed().state()).isEqualTo(state);
    assertThat(feed().next()).isEqualTo(next);
    assertThat(feed().lastOutcome()).isEqualTo("not modified");
    assertThat(feed().initialised()).isFalse();
    database
        .jdbi()
        .useHandle(handle -> feeds.read(handle, feed(), new Feeds.Check(state, next, "", NOW)));
    assertThat(feed().initialised()).isTrue();
  }

  @Test
  void aMoveThatIsBelievedChangesTheAddressForGood() {
    follow("https://a.example/feed");
    move(feed(), 2);
    assertThat(feed().url()).isEqualTo(url("https://a.example/feed"));
    move(feed(), 3);
    assertThat(feed().url()).isEqualTo(NEW);
    assertThat(feed().state().move()).isEqualTo(Move.NONE);
    long id = feed().id();
    follow("https://a.example/feed");
    assertThat(feeds.all()).extracting(Feed::id).containsExactly(id);
    assertThat(feed().url()).isEqualTo(NEW);
    follow("https://new.example/feed/");
    assertThat(feeds.all()).extracting(Feed::id).containsExactly(id);
  }

  @Test
  void aFeedThatMovesToAnothersAddressIsOneWithIt() {
    follow(NEW.toString(), "https://a.example/feed");
    Feed moving = feeds.all().get(1);
    move(moving, 3);
    assertThat(feeds.all()).extracting(Feed::url).containsExactly(NEW);
    follow(NEW.toString(), "https://a.example/feed");
    assertThat(feeds.all()).extracting(Feed::url).containsExactly(NEW);
  }

  @Test
  void aFeedThatMovesToAnAddressNobodyReadsGoesOnThere() {
    follow(NEW.toString(), "https://a.example/feed");
    follow("https://a.example/feed");
    long id = feed().id();
    move(feed(), 3);
    assertThat(feeds.polled()).extracting(Feed::id).containsExactly(id);
    assertThat(feed().url()).isEqualTo(NEW);
    follow(NEW.toString(), "https://a.example/feed");
    assertThat(feeds.all()).extracting(Feed::id).containsExactly(id);
  }

  @Test
  void aFeedThatMovesToTheAddressOfOneThatIsGoneGoesOnThere() {
    follow("https://a.example/feed", NEW.toString());
    long id = feed().id();
    stop(feeds.all().get(1));
    move(feed(), 3);
    assertThat(feeds.all()).extracting(Feed::id).containsExactly(id);
    assertThat(feeds.polled()).extracting(Feed::url).containsExactly(NEW);
  }

  private void stop(Feed feed) {
    FeedState failed = feed.state().failed(Reason.GONE);
    CheckTimes.Next never = new CheckTimes.Next(NOW, "gone", true);
    feeds.checked(feed, new Feeds.Check(failed, never, "gone", NOW));
  }

  @Test
  void theSafeOneOfTwoAddressesOfAFeedIsKept() {
    follow("http://a.example/feed", "https://a.example/feed/");
    assertThat(feeds.all()).extracting(Feed::url).containsExactly(url("https://a.example/feed/"));
  }

  @Test
  void aFeedThatLeftAndCameBackLongAfterHoldsItsBacklog() {
    follow("https://a.example/feed");
    read(feed(), NOW);
    follow();
    follow("https://a.example/feed");
    assertThat(feed().isBacklog(NOW.plus(Duration.ofHours(1)))).isFalse();
    Instant later = NOW.plus(Duration.ofDays(9));
    assertThat(feed().isBacklog(later)).isTrue();
    read(feed(), later);
    assertThat(feed().isBacklog(later.plus(Duration.ofDays(9)))).isFalse();
  }

  private void read(Feed feed, Instant at) {
    FeedState well = new FeedState(Validators.NONE, 0, at, at, at, null, null, Move.NONE);
    CheckTimes.Next next = new CheckTimes.Next(at, "", false);
    database
        .jdbi()
        .useHandle(handle -> feeds.read(handle, feed, new Feeds.Check(well, next, "", at)));
  }

  @Test
  void aFeedThatIsGoneIsShownButNotReadUntilTheCatalogueIsFollowedAgain() {
    follow("https://a.example/feed");
    stop(feed());
    assertThat(feeds.polled()).isEmpty();
    assertThat(feed().isStopped()).isTrue();
    assertThat(feed().lastOutcome()).isEqualTo("gone");
    follow("https://a.example/feed");
    assertThat(feeds.polled()).hasSize(1);
  }

  @Test
  void datesWithoutAZoneAreThoseOfACountryWithOne() {
    feeds.follow(
        List.of(
            new CatalogueFeed(url("https://a.example/"), "a", "ar", "ly"),
            new CatalogueFeed(url("https://b.example/"), "b", "en", "us"),
            new CatalogueFeed(url("https://c.example/"), "c", "en", "int"),
            new CatalogueFeed(url("https://d.example/"), "d", "en", "")));
    assertThat(feeds.all())
        .extracting(Feed::zone)
        .containsExactly(
            ZoneId.of("Africa/Tripoli"), ZoneOffset.UTC, ZoneOffset.UTC, ZoneOffset.UTC);
  }

  private void move(Feed feed, int times) {
    FeedState state =
        new FeedState(Validators.NONE, 0, NOW, NOW, NOW, null, null, new Move(NEW, times));
    CheckTimes.Next next = new CheckTimes.Next(NOW, "", false);
    feeds.checked(feed, new Feeds.Check(state, next, "not modified", NOW));
  }

  private Feed feed() {
    return feeds.all().get(0);
  }

  private void follow(String... urls) {
    feeds.follow(
        List.of(urls).stream()
            .map(one -> new CatalogueFeed(url(one), "المصدر", "ar", "ly"))
            .toList());
  }

  private static URI url(String address) {
    return URI.create(address);
  }
}
