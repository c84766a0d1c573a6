package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;
import org.marsad.alert.Entry;
import org.marsad.alert.Message;
import org.marsad.alert.Outcome;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Item;
import org.marsad.feed.ParsedFeed;
import org.marsad.text.Field;
import org.marsad.text.Language;
import org.marsad.watch.Hit;
import org.marsad.watch.Place;
import org.marsad.watch.Watch;

/** What is too old goes, and what is still needed stays. */
abstract class RetentionContract {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(31));
  private static final Instant YOUNG = NOW.minus(Duration.ofDays(29));

  private final Database database = fresh();
  private final Tables tables = Tables.of(database.jdbi(), Clock.systemUTC());
  private final Retention retention =
      new Retention(tables, Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC));

  /** An empty, migrated database. */
  abstract Database fresh();

  @BeforeEach
  void follow() {
    tables
        .feeds()
        .follow(
            List.of(new CatalogueFeed(URI.create("https://example.org/f"), "الوسط", "ar", "ly")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Item> read(Instant at, int from, int to) {
    List<Item> published =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    new Item(
                        0,
                        0,
                        "g" + i,
                        "https://example.org/" + i,
                        "خبر " + i,
                        "",
                        null,
                        null,
                        null,
                        at))
            .toList();
    ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, published);
    return database
        .jdbi()
        .inTransaction(
            handle ->
                tables
                    .items()
                    .addNew(handle, tables.feeds(), tables.feeds().all().get(0), document, at)
                    .fresh());
  }

  private List<String> kept() {
    return tables.items().since(Instant.EPOCH, Long.MAX_VALUE, 5000).stream()
        .map(Item::title)
        .toList();
  }

  private void tell(Item item, Instant at) {
    Chat chat =
        tables.chats().at(new Chat.Address(7, 0), Chat.Kind.PRIVATE, "سالم", Language.AR, at);
    Watch watch = tables.watches().add(chat.id(), "خبر", "خبر", at).orElseGet(() -> watchOf(chat));
    List<Hit> hits = List.of(new Hit(watch, List.of(new Place(Field.TITLE, 0, 3, "خبر"))));
    database
        .jdbi()
        .useTransaction(
            handle -> {
              tables.watches().addHits(handle, item.id(), hits, at);
              tables.outbox().add(handle, item, hits, at);
            });
  }

  private Watch watchOf(Chat chat) {
    return tables.watches().of(chat.id()).get(0);
  }

  private int rows(String table) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  @Test
  void itemsAreDeletedOnceTheyAreOlderThanTheyAreKept() {
    read(OLD, 0, 2);
    read(YOUNG, 2, 4);
    retention.run();

    assertThat(kept()).containsExactlyInAnyOrder("خبر 2", "خبر 3");
  }

  @Test
  void manyAreDeletedInOneRun() {
    read(OLD, 0, 1700);
    retention.run();

    assertThat(kept()).isEmpty();
  }

  @Test
  void aFeedThatPublishesADeletedItemAgainIsSilent() {
    read(OLD, 0, 3);
    retention.run();

    assertThat(read(NOW, 0, 4)).extracting(Item::title).containsExactly("خبر 3");
  }

  @Test
  void noticesGoWhenTheyWereToldAsLongAgo() {
    notice("old", OLD);
    notice("young", YOUNG);
    notice("waiting", null);
    retention.run();

    assertThat(rows("outbox")).isEqualTo(2);
  }

  private void notice(String key, @Nullable Instant told) {
    Chat chat =
        tables.chats().at(new Chat.Address(1, 0), Chat.Kind.PRIVATE, "سالم", Language.AR, OLD);
    Message words = new Message(key, key, List.of(), false);
    Entry entry = Entry.notice(chat.id(), key, words, Entry.Way.instant(OLD));
    tables.jdbi().useTransaction(handle -> tables.outbox().put(handle, List.of(entry), OLD));
    if (told != null) {
      long id = tables.outbox().claim(1, Duration.ofMinutes(1), OLD).get(0).id();
      tables.outbox().write(List.of(Outcome.sent(id, "", 5)), told);
    }
  }

  @Test
  void whatWasToldAndItsHitsGoWithTheItem() {
    Item item = read(OLD, 0, 1).get(0);
    tell(item, OLD);
    long alert = tables.outbox().claim(10, Duration.ofMinutes(1), OLD).get(0).id();
    tables.outbox().write(List.of(Outcome.sent(alert, "", 5)), OLD);
    retention.run();

    assertThat(kept()).isEmpty();
    assertThat(rows("outbox")).isZero();
    assertThat(rows("hits")).isZero();
  }

  @Test
  void anItemOfWhichAnAlertStillWaitsStaysUntilItIsTold() {
    List<Item> items = read(OLD, 0, 2);
    tell(items.get(0), OLD);
    retention.run();
    assertThat(kept()).containsExactly("خبر 0");

    long alert = tables.outbox().claim(10, Duration.ofMinutes(1), NOW).get(0).id();
    tables.outbox().write(List.of(Outcome.sent(alert, "", 5)), NOW);
    retention.run();
    assertThat(kept()).isEmpty();
  }
}
