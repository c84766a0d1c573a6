package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.Item;
import org.marsad.watch.Watch;

/** Who is told when, and what an edit and a notice are, on every database. */
abstract class TurnsContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  private Alerts world;

  abstract Jdbi jdbi();

  @BeforeEach
  void empty() {
    world = Alerts.anew(jdbi());
  }

  private static Message message(String text) {
    return new Message(text, text, List.of(List.of(Button.callback("نعم", "yes"))), false);
  }

  private int put(Entry... entries) {
    return jdbi().inTransaction(handle -> world.outbox.put(handle, List.of(entries), NOW));
  }

  private static Entry notice(Chat chat, String key, Priority priority) {
    return Entry.notice(chat.id(), key, message(key), new Entry.Way(priority, false, NOW, ""));
  }

  private List<Delivery> claim(int max, Instant now) {
    return world.outbox.claim(max, LEASE, now);
  }

  /** Tells all that is due, one after the other. Returns the notices' words. */
  private List<String> toldInTurn(Instant now) {
    List<String> words = new ArrayList<>();
    for (List<Delivery> next = claim(1, now); !next.isEmpty(); next = claim(1, now)) {
      words.add(((Told.Notice) next.get(0).told()).message().html());
      sent(next.get(0), 1, now);
    }
    return words;
  }

  private void sent(Delivery delivery, int messageId, Instant now) {
    world.outbox.write(List.of(Outcome.sent(delivery.id(), "", messageId)), now);
  }

  private String reason(long item) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT reason FROM outbox WHERE item_id = ?")
                    .bind(0, item)
                    .mapTo(String.class)
                    .one());
  }

  @Test
  void theUrgentGoesBeforeTheInstantAndTheInstantBeforeDigests() {
    Chat one = world.chat(1, NOW);
    Chat two = world.chat(2, NOW);
    put(
        notice(one, "digest", Priority.DIGEST),
        notice(one, "instant", Priority.INSTANT),
        notice(two, "other digest", Priority.DIGEST),
        notice(two, "urgent", Priority.URGENT));

    assertThat(toldInTurn(NOW)).startsWith("urgent", "instant").hasSize(4);
  }

  @Test
  void chatsTakeTurnsHoweverMuchOneOfThemWaitsFor() {
    Chat busy = world.chat(1, NOW);
    Chat calm = world.chat(2, NOW);
    IntStream.range(0, 20).forEach(i -> put(notice(busy, "busy " + i, Priority.INSTANT)));
    sent(claim(1, NOW).get(0), 1, NOW);
    put(notice(calm, "calm", Priority.INSTANT));

    assertThat(toldInTurn(NOW.plusSeconds(1))).startsWith("calm", "busy 1", "busy 2").hasSize(20);
  }

  @Test
  void whoWasToldLeastRecentlyComesFirst() {
    Chat one = world.chat(1, NOW);
    Chat two = world.chat(2, NOW);
    put(notice(one, "one", Priority.INSTANT));
    assertThat(toldInTurn(NOW)).containsExactly("one");
    put(notice(one, "one again", Priority.INSTANT), notice(two, "two", Priority.INSTANT));

    assertThat(toldInTurn(NOW)).containsExactly("two", "one again");
  }

  @Test
  void aChatThatNeverWaitedHasNothingToMakeUpFor() {
    Chat busy = world.chat(1, NOW);
    Chat calm = world.chat(2, NOW);
    IntStream.range(0, 9).forEach(i -> put(notice(busy, "busy " + i, Priority.INSTANT)));
    IntStream.range(0, 5).forEach(i -> sent(claim(1, NOW).get(0), 1, NOW));
    IntStream.range(0, 3).forEach(i -> put(notice(calm, "calm " + i, Priority.INSTANT)));

    assertThat(toldInTurn(NOW))
        .startsWith("calm 0", "busy 5", "calm 1", "busy 6", "calm 2", "busy 7");
  }

  @Test
  void aChatBehindAThousandThatCannotBeToldIsTold() {
    Chat blocked = world.chat(1, NOW);
    Chat other = world.chat(2, NOW);
    IntStream.range(0, 1_100).forEach(i -> put(notice(blocked, "put off " + i, Priority.INSTANT)));
    Delivery first = claim(1, NOW).get(0);
    world.outbox.write(List.of(Outcome.putBack(first.id(), "", NOW.plusSeconds(60))), NOW);
    jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE chats SET turn = 5000 WHERE id = ?", other.id()));
    put(notice(other, "other", Priority.INSTANT));

    assertThat(toldInTurn(NOW)).containsExactly("other");
  }

  @Test
  void whatWasPutBackGoesBeforeTheChatsOthers() {
    Chat chat = world.chat(1, NOW);
    put(notice(chat, "first", Priority.INSTANT), notice(chat, "second", Priority.INSTANT));
    long first = claim(10, NOW).get(0).id();
    world.outbox.write(List.of(Outcome.putBack(first, "", NOW.plusSeconds(5))), NOW);

    assertThat(claim(10, NOW.plusSeconds(4))).isEmpty();
    assertThat(toldInTurn(NOW.plusSeconds(6))).containsExactly("first", "second");
  }

  @Test
  void oneWhoseAnswerWasLostHoldsUpNoOther() {
    Chat chat = world.chat(1, NOW);
    put(notice(chat, "first", Priority.INSTANT), notice(chat, "second", Priority.INSTANT));
    long first = claim(10, NOW).get(0).id();
    world.outbox.write(List.of(Outcome.lost(first, "cut", NOW.plusSeconds(5))), NOW);

    assertThat(toldInTurn(NOW.plusSeconds(1))).containsExactly("second");
  }

  @Test
  void whatIsForLaterHoldsUpNothing() {
    Chat chat = world.chat(1, NOW);
    Entry.Way morning = new Entry.Way(Priority.INSTANT, false, NOW.plusSeconds(3600), "");
    put(Entry.notice(chat.id(), "later", message("later"), morning));
    put(notice(chat, "now", Priority.DIGEST));

    assertThat(toldInTurn(NOW)).containsExactly("now");
    assertThat(toldInTurn(NOW.plusSeconds(3600))).containsExactly("later");
  }

  @Test
  void aNoticeIsToldOnceAsItWasPut() {
    Chat chat = world.chat(1, NOW);
    assertThat(put(notice(chat, "digest", Priority.DIGEST))).isEqualTo(1);
    assertThat(put(notice(chat, "digest", Priority.DIGEST))).isZero();

    assertThat(claim(10, NOW))
        .extracting(Delivery::told)
        .containsExactly(new Told.Notice(message("digest")));
  }

  @Test
  void anEditChangesTheMessageOfItsAlert() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    Item first = world.item(NOW);
    Item again = world.item(NOW);
    world.tell(first, NOW, watch);
    Delivery alert = claim(10, NOW).get(0);
    sent(alert, 77, NOW);
    put(Entry.edit(chat.id(), again, alert.id(), List.of(), Entry.Way.instant(NOW)));

    assertThat(claim(10, NOW))
        .extracting(Delivery::told)
        .containsExactly(new Told.Edit(77, (Alert) alert.told()));
  }

  @Test
  void aLaterEditReplacesOneThatWaitsAndAnUntoldAlertIsNotEdited() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    Item first = world.item(NOW);
    Item second = world.item(NOW);
    Item third = world.item(NOW);
    world.tell(first, NOW, watch);
    long alert = claim(10, NOW).get(0).id();
    put(Entry.edit(chat.id(), second, alert, List.of(), Entry.Way.instant(NOW)));
    put(Entry.edit(chat.id(), third, alert, List.of(), Entry.Way.instant(NOW)));
    world.outbox.write(List.of(Outcome.refused(alert, "no")), NOW);

    assertThat(claim(10, NOW)).isEmpty();
    assertThat(reason(second.id())).isEqualTo("a later edit tells it");
    assertThat(reason(third.id())).isEqualTo("the alert it would edit does not stand there");
    assertThat(world.outbox.countByState()).isEqualTo(Map.of("refused", 1, "suppressed", 2));
  }

  @Test
  void whatIsNotToldSaysWhy() {
    Chat paused = world.chat(1, NOW);
    Watch watch = world.watch(paused, "نفط", NOW);
    world.chats.state(paused.id(), Chat.State.PAUSED, "asked");
    Item item = world.item(NOW);
    world.tell(item, NOW, watch);
    assertThat(reason(item.id())).isEqualTo("the chat is paused");

    world.chats.state(paused.id(), Chat.State.ACTIVE, "asked");
    new FollowedFeeds(jdbi()).drop(paused.id(), world.feed().id());
    Item dropped = world.item(NOW);
    world.tell(dropped, NOW, watch);
    assertThat(reason(dropped.id())).isEqualTo("the chat dropped the source");
    assertThat(world.outbox.countByState()).isEqualTo(Map.of("suppressed", 2));
  }

  @Test
  void twoProcessesClaimNothingTwice() throws Exception {
    for (int i = 0; i < 60; i++) {
      Chat chat = world.chat(100 + i, NOW);
      put(notice(chat, "first", Priority.INSTANT), notice(chat, "second", Priority.INSTANT));
    }
    ExecutorService processes = Executors.newFixedThreadPool(4);
    Callable<List<Delivery>> claiming =
        () -> {
          List<Delivery> claimed = new ArrayList<>();
          long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
          while (world.outbox.countByState().getOrDefault("sending", 0) < 60
              && System.nanoTime() < end) {
            claimed.addAll(claim(7, NOW)); // none where the others are just then
          }
          return claimed;
        };
    List<Delivery> all = new ArrayList<>();
    for (Future<List<Delivery>> claimed :
        processes.invokeAll(List.of(claiming, claiming, claiming, claiming))) {
      all.addAll(claimed.get());
    }
    processes.shutdown();

    assertThat(all)
        .extracting(delivery -> delivery.chat().id())
        .doesNotHaveDuplicates()
        .hasSize(60);
  }
}
