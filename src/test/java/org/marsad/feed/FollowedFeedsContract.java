package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;
import org.marsad.alert.Chats;
import org.marsad.feed.Followed.Outcome;
import org.marsad.text.Language;

/** Which sources each chat hears, on whatever database. */
abstract class FollowedFeedsContract {
  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
  private static final CatalogueFeed OPEN =
      new CatalogueFeed(URI.create("https://open.example/feed"), "المفتوح", "ar", "ly");

  abstract Jdbi jdbi();

  @BeforeEach
  void empty() {
    jdbi()
        .useHandle(
            handle ->
                List.of("item_keys", "items", "feeds", "chats")
                    .forEach(table -> handle.execute("DELETE FROM " + table)));
  }

  private Feeds feeds() {
    return new Feeds(jdbi());
  }

  private FollowedFeeds followed() {
    return new FollowedFeeds(jdbi());
  }

  private long chat(long number) {
    return new Chats(jdbi())
        .at(new Chat.Address(number, 0), Chat.Kind.PRIVATE, "", Language.AR, NOW)
        .id();
  }

  private static FoundFeed found(String url, String... headlines) {
    List<Item> items =
        new FeedParser()
                    .parse(
                        SiteServer.rss("مصدر خاص", headlines)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        null,
                        URI.create(url))
                instanceof Parsed.Ok ok
            ? ok.feed().items()
            : List.of();
    return new FoundFeed(
        URI.create(url), new ParsedFeed("مصدر خاص", "UTF-8", null, "ar", null, items));
  }

  private Followed follow(long chat, String url) {
    return followed().follow(chat, found(url), 2, NOW);
  }

  private List<Long> polled() {
    return feeds().polled().stream().map(Feed::id).toList();
  }

  private boolean mayHear(long feed, long chat) {
    return jdbi().inTransaction(handle -> followed().audience(handle, feed)).holds(chat);
  }

  private void polls(long id, String... headlines) {
    Feed feed = feeds().find(id).orElseThrow();
    jdbi()
        .useTransaction(
            handle ->
                new Items(jdbi())
                    .addNew(
                        handle,
                        feeds(),
                        feed,
                        found("https://x.example/", headlines).content(),
                        NOW));
  }

  @Test
  void aSourceOfAChatsOwnIsPolledAndHeardByItAlone() {
    long mine = chat(1);
    long other = chat(2);
    Followed added = follow(mine, "https://mine.example/feed");

    assertThat(added.outcome()).isEqualTo(Outcome.ADDED);
    assertThat(polled()).containsExactly(added.feedId());
    assertThat(followed().heardBy(mine)).containsExactly(added.feedId());
    assertThat(followed().heardBy(other)).isEmpty();
    assertThat(mayHear(added.feedId(), mine)).isTrue();
    assertThat(mayHear(added.feedId(), other)).isFalse();
  }

  @Test
  void aCatalogueThatIsEditedKeepsWhatChatsAdded() {
    long mine = chat(1);
    long added = follow(mine, "https://mine.example/feed").feedId();
    feeds().follow(List.of(OPEN));
    assertThat(polled()).hasSize(2).contains(added);

    feeds().follow(List.of());
    assertThat(polled()).containsExactly(added);
  }

  @Test
  void aSourceThatLeavesTheCatalogueStaysForThoseWhoAskedForIt() {
    feeds().follow(List.of(OPEN));
    long mine = chat(1);
    long other = chat(2);
    assertThat(follow(mine, "http://OPEN.example/feed/").outcome()).isEqualTo(Outcome.ALREADY);
    feeds().follow(List.of());

    assertThat(followed().heardBy(mine)).hasSize(1);
    assertThat(followed().heardBy(other)).isEmpty();
  }

  @Test
  void theLastFollowersLeavingStopsPolling() {
    long mine = chat(1);
    long other = chat(2);
    long feed = follow(mine, "https://mine.example/feed").feedId();
    assertThat(follow(other, "https://mine.example/feed").feedId()).isEqualTo(feed);
    followed().drop(mine, feed);
    assertThat(polled()).containsExactly(feed);

    new Chats(jdbi()).forget(other);
    followed().stopUnheard();
    assertThat(polled()).isEmpty();
  }

  @Test
  void aSourceOfTheCatalogueIsDroppedAndComesBackWhenAskedFor() {
    feeds().follow(List.of(OPEN));
    long mine = chat(1);
    long feed = feeds().all().get(0).id();
    followed().drop(mine, feed);
    assertThat(followed().heardBy(mine)).isEmpty();
    assertThat(polled()).containsExactly(feed);

    assertThat(followed().followKnown(mine, OPEN.url(), 0, NOW))
        .contains(new Followed(Outcome.AGAIN, feed, "المفتوح"));
    assertThat(followed().heardBy(mine)).containsExactly(feed);
  }

  @Test
  void aChatHasAsManyOfItsOwnAsItMay() {
    feeds().follow(List.of(OPEN));
    long mine = chat(1);
    follow(mine, "https://one.example/feed");
    follow(mine, "https://two.example/feed");

    assertThat(follow(mine, "https://three.example/feed").outcome()).isEqualTo(Outcome.FULL);
    assertThat(follow(mine, "https://two.example/feed/").outcome()).isEqualTo(Outcome.ALREADY);
    assertThat(follow(mine, OPEN.url().toString()).outcome()).isEqualTo(Outcome.ALREADY);
    assertThat(polled()).hasSize(3);
    follow(chat(2), "https://three.example/feed");
    assertThat(follow(mine, "https://three.example/feed").outcome()).isEqualTo(Outcome.FULL);
  }

  @Test
  void theSameItemsUnderAnotherAddressAreTheSameSource() {
    feeds().follow(List.of(OPEN));
    long open = feeds().all().get(0).id();
    polls(open, "أ", "ب", "ج", "د");

    FoundFeed same = found("https://other.example/rss", "ج", "ب", "أ", "د");
    assertThat(followed().follow(chat(1), same, 2, NOW))
        .isEqualTo(new Followed(Outcome.ALREADY, open, "المفتوح"));
    FoundFeed section = found("https://other.example/section", "أ", "ب");
    assertThat(followed().follow(chat(1), section, 2, NOW).outcome()).isEqualTo(Outcome.ADDED);
  }

  @Test
  void whatWasNotReadForLongIsBacklogToWhoAddsIt() {
    long mine = chat(1);
    long feed = follow(mine, "https://mine.example/feed").feedId();
    Feed read = feeds().find(feed).orElseThrow();
    FeedState state =
        read.state().unchanged(new Fetched.NotModified(Validators.NONE, null, null), NOW);
    Feeds.Check check =
        new Feeds.Check(state, new CheckTimes.Next(NOW, "", false), "not modified", NOW);
    jdbi().useTransaction(handle -> feeds().read(handle, read, check));
    assertThat(feeds().find(feed).orElseThrow().isBacklog(NOW.plus(Duration.ofDays(9)))).isFalse();

    followed().drop(mine, feed);
    assertThat(feeds().find(feed)).isEmpty();
    assertThat(follow(mine, "https://mine.example/feed").feedId()).isEqualTo(feed);
    assertThat(feeds().find(feed).orElseThrow().isBacklog(NOW.plus(Duration.ofDays(9)))).isTrue();
  }
}
