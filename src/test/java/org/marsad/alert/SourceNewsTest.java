package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedState;
import org.marsad.feed.Feeds;
import org.marsad.feed.Fetched;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.FoundFeed;
import org.marsad.feed.Move;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Reason;
import org.marsad.feed.Validators;

/** Who is told, and how often, when a source fails, falls silent, and comes back. */
class SourceNewsTest {
  private static final long OPERATOR = 99;

  private final Database database = fresh();
  private final Alerts world = new Alerts(database.jdbi());
  private final FollowedFeeds followed = new FollowedFeeds(database.jdbi());
  private Instant now = Instant.parse("2026-03-03T12:00:00Z");
  private Chat chooser;

  /** An empty, migrated database. */
  Database fresh() {
    return TestDatabase.open();
  }

  @BeforeEach
  void open() {
    chooser = world.chat(7, now);
    world.chat(8, now);
    world.chat(OPERATOR, now);
    followed.followKnown(chooser.id(), world.feed().url(), 0, now);
    reads();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** As after each start of the program: it remembers nothing by itself. */
  private void look() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    new SourceNews(database.jdbi(), world.feeds, world.outbox, Set.of(OPERATOR), clock).look();
  }

  private void checked(FeedState state, String outcome, boolean stops) {
    CheckTimes.Next next = new CheckTimes.Next(now, "", stops);
    world.feeds.checked(world.feed(), new Feeds.Check(state, next, outcome, now));
  }

  private void reads() {
    Fetched.NotModified same = new Fetched.NotModified(Validators.NONE, null, null);
    checked(world.feed().state().unchanged(same, now), "not modified", false);
  }

  private void fails(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      checked(
          world.feed().state().failed(Reason.TIMEOUT), Reason.TIMEOUT.words() + ": 20 s", false);
      now = now.plus(Duration.ofHours(1));
    }
    look();
  }

  private List<String> toldTo(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT o.message FROM outbox o JOIN chats c ON c.id = o.chat_id WHERE c.telegram_id = ? ORDER BY o.id")
                    .bind(0, number)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aSourceThatFailsIsToldOnceAndItsRecoveryOnce() {
    fails(Duration.ofHours(4));
    assertThat(toldTo(7)).isEmpty();

    fails(Duration.ofHours(4));
    assertThat(toldTo(7)).hasSize(1).first().asString().contains("متعثّر", "المرصد", "تأخر الجواب");
    fails(Duration.ofDays(2));
    assertThat(toldTo(7)).hasSize(1);

    reads();
    look();
    look();
    assertThat(toldTo(7)).hasSize(2).last().asString().contains("عاد المصدر");
    fails(Duration.ofHours(8));
    assertThat(toldTo(7)).hasSize(3);
  }

  @Test
  void whoChoseItAndTheOperatorAreToldAndNobodyElse() {
    fails(Duration.ofHours(8));
    assertThat(toldTo(7)).hasSize(1);
    assertThat(toldTo(OPERATOR)).hasSize(1);
    assertThat(toldTo(8)).isEmpty();

    followed.drop(chooser.id(), world.feed().id());
    reads();
    look();
    assertThat(toldTo(7)).hasSize(1);
    assertThat(toldTo(OPERATOR)).hasSize(2);
  }

  @Test
  void aSourceThatStumblesIsNotTold() {
    checked(world.feed().state().failed(Reason.TIMEOUT), Reason.TIMEOUT.words(), false);
    now = now.plus(Duration.ofHours(20));
    look();
    reads();
    look();
    assertThat(toldTo(7)).isEmpty();
  }

  @Test
  void aSilentSourceIsToldOnceAndItsReturn() {
    silentSince(Duration.ofDays(1), Duration.ofHours(2));
    look();
    assertThat(toldTo(7)).isEmpty();

    silentSince(Duration.ofDays(3), Duration.ofHours(2));
    look();
    look();
    assertThat(toldTo(7)).hasSize(1).first().asString().contains("صامت", "أيام");

    silentSince(Duration.ZERO, Duration.ofHours(2));
    look();
    assertThat(toldTo(7)).hasSize(2).last().asString().contains("عاد المصدر إلى النشر");
  }

  @Test
  void aSourceThatPublishesSeldomIsNotSilent() {
    silentSince(Duration.ofDays(20), Duration.ofDays(7));
    look();
    assertThat(toldTo(7)).isEmpty();
  }

  private void silentSince(Duration silence, Duration rhythm) {
    Instant last = now.minus(silence);
    checked(
        new FeedState(Validators.NONE, 0, now, now, last, null, rhythm, Move.NONE), "well", false);
  }

  @Test
  void aSourceThatIsGoneIsToldAtOnce() {
    checked(world.feed().state().failed(Reason.GONE), Reason.GONE.words(), true);
    look();
    look();
    assertThat(toldTo(7)).hasSize(1).first().asString().contains("أُلغي نهائيًا");
  }

  @Test
  void aSourceOfAChatsOwnIsToldToItAlone() {
    URI url = URI.create("https://own.example/feed");
    ParsedFeed nothing = new ParsedFeed("مصدر خاص", "UTF-8", null, null, null, List.of());
    long id = followed.follow(chooser.id(), new FoundFeed(url, nothing), 1, now).feedId();
    Feed own = world.feeds.find(id).orElseThrow();
    CheckTimes.Next stops = new CheckTimes.Next(now, "", true);
    world.feeds.checked(
        own, new Feeds.Check(own.state().failed(Reason.GONE), stops, Reason.GONE.words(), now));
    look();
    assertThat(toldTo(7)).hasSize(1);
    assertThat(toldTo(8)).isEmpty();
  }

  private void set(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  @Test
  void newsOfASourceComesWithoutASoundAndNotInQuietHours() {
    new Habits(database.jdbi()).quiet(chooser, QuietHours.read("21-7").orElseThrow(), now);
    checked(world.feed().state().failed(Reason.GONE), Reason.GONE.words(), true);
    now = now.plus(Duration.ofHours(8)); // ten in the evening in Tripoli
    look();

    assertThat(world.outbox.claim(10, Duration.ofMinutes(1), now))
        .extracting(one -> one.chat().address().chat())
        .containsExactly(OPERATOR);
    assertThat(world.outbox.claim(10, Duration.ofMinutes(1), now.plus(Duration.ofHours(9))))
        .filteredOn(one -> one.chat().id() == chooser.id())
        .singleElement()
        .matches(Delivery::silent);
  }

  @Test
  void newsOfASourceThatIsMutedIsNotTold() {
    new Mutes(database.jdbi()).add(chooser.id(), Mutes.Kind.SOURCE, world.feed().id(), null);
    checked(world.feed().state().failed(Reason.GONE), Reason.GONE.words(), true);
    look();

    assertThat(world.outbox.claim(10, Duration.ofMinutes(1), now))
        .extracting(one -> one.chat().address().chat())
        .containsExactly(OPERATOR);
  }

  @Test
  void aChatThatCannotBeReadHoldsUpNoOther() {
    set("UPDATE chats SET zone = 'Nowhere' WHERE telegram_id = 7");
    checked(world.feed().state().failed(Reason.GONE), Reason.GONE.words(), true);
    look();

    assertThat(toldTo(OPERATOR)).hasSize(1);
  }
}
