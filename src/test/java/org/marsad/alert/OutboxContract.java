package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.Item;
import org.marsad.watch.Hit;
import org.marsad.watch.Watch;

/** What the outbox promises on every database. */
abstract class OutboxContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  private Alerts world;

  abstract Jdbi jdbi();

  @BeforeEach
  void empty() {
    world = Alerts.anew(jdbi());
  }

  private List<Alert> claimedAlerts() {
    return world.outbox.claim(10, LEASE, NOW).stream()
        .map(delivery -> (Alert) delivery.told())
        .toList();
  }

  @Test
  void oneItemIsToldOnceToAChatHoweverManyWatchesItHits() {
    Chat chat = world.chat(1, NOW);
    Watch first = world.watch(chat, "نفط", NOW);
    Watch second = world.watch(chat, "غاز", NOW);
    Item item = world.item(NOW);

    assertThat(world.tell(item, NOW, first, second)).isEqualTo(1);
    assertThat(world.tell(item, NOW, first)).isZero();
    assertThat(claimedAlerts())
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert.found())
                    .extracting(Alert.Found::label)
                    .containsExactly("نفط", "غاز"));
  }

  @Test
  void anAlertHoldsTheItemAsItWasStored() {
    Item item = world.item(NOW);
    world.tell(item, NOW, world.watch(world.chat(1, NOW), "نفط", NOW));

    assertThat(claimedAlerts()).extracting(Alert::item).containsExactly(item);
  }

  @Test
  void whatIsClaimedIsNobodyElsesUntilTheLeaseEnds() {
    Watch watch = world.watch(world.chat(1, NOW), "نفط", NOW);
    world.tell(world.item(NOW), NOW, watch);

    assertThat(world.outbox.claim(10, LEASE, NOW)).hasSize(1);
    assertThat(world.outbox.claim(10, LEASE, NOW.plusSeconds(59))).isEmpty();
    assertThat(world.outbox.claim(10, LEASE, NOW.plusSeconds(61))).hasSize(1);
  }

  @Test
  void aChatIsToldInOrderOneAtATime() {
    Watch watch = world.watch(world.chat(1, NOW), "نفط", NOW);
    Item first = world.item(NOW);
    Item second = world.item(NOW);
    world.tell(first, NOW, watch);
    world.tell(second, NOW, watch);

    assertThat(claimedAlerts()).extracting(Alert::item).containsExactly(first);
  }

  @Test
  void anAlertThatCannotBeReadHoldsUpNoOther() {
    Item item = world.item(NOW);
    world.tell(item, NOW, world.watch(world.chat(1, NOW), "نفط", NOW));
    world.tell(item, NOW, world.watch(world.chat(2, NOW), "نفط", NOW));
    jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE outbox SET hits = '{' WHERE id = (SELECT min(id) FROM outbox)"));

    assertThat(world.outbox.claim(10, LEASE, NOW))
        .extracting(alert -> alert.chat().address().chat())
        .containsExactly(2L);
    assertThat(world.outbox.countByState()).isEqualTo(Map.of("refused", 1, "sending", 1));
  }

  private void hits(Item item, Watch... watches) {
    jdbi()
        .useHandle(
            handle ->
                world.watches.addHits(
                    handle,
                    item.id(),
                    List.of(watches).stream().map(watch -> new Hit(watch, List.of())).toList(),
                    NOW));
  }

  private String state(Item item) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT state FROM outbox WHERE item_id = ?")
                    .bind(0, item.id())
                    .mapTo(String.class)
                    .one());
  }

  private String told(Watch watch) {
    Item item = world.item(NOW);
    hits(item, watch);
    world.tell(item, NOW, watch);
    return state(item);
  }

  @Test
  void anHourIsFullOfWhatWasToldNotOfWhatWasKeptSilent() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    new Mutes(jdbi()).add(chat.id(), Mutes.Kind.WATCH, watch.id(), NOW.plusSeconds(60));
    for (int i = 0; i < 2 * Manner.MOST_AN_HOUR; i++) {
      assertThat(told(watch)).isEqualTo("suppressed");
    }
    jdbi().useHandle(handle -> handle.execute("DELETE FROM mutes"));

    for (int i = 0; i < Manner.MOST_AN_HOUR; i++) {
      assertThat(told(watch)).isEqualTo("pending");
    }
    assertThat(told(watch)).isEqualTo("held");
  }

  @Test
  void anEditIsNoAlertOfTheHourAndTheNextHourIsEmpty() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    for (int i = 0; i < Manner.MOST_AN_HOUR; i++) {
      told(watch);
    }
    String edited =
        "UPDATE outbox SET edits = (SELECT min(id) FROM outbox) WHERE id = (SELECT max(id) FROM outbox)";
    jdbi().useHandle(handle -> handle.execute(edited));
    assertThat(told(watch)).isEqualTo("pending");
    assertThat(told(watch)).isEqualTo("held");

    Instant next = NOW.plus(Duration.ofHours(1));
    Item item = world.item(next);
    hits(item, watch);
    world.tell(item, next, watch);
    assertThat(state(item)).isEqualTo("pending");
  }

  @Test
  void anEditStoredTwiceIsStillMade() {
    Chat chat = world.chat(1, NOW);
    world.tell(world.item(NOW), NOW, world.watch(chat, "نفط", NOW));
    long alert = sendWhatIsDue();
    Entry.Way way = Entry.Way.instant(NOW);
    Entry edit = Entry.edit(chat.id(), world.item(NOW), alert, List.of(), way);

    assertThat(put(edit)).isEqualTo(1);
    assertThat(put(edit)).isZero();
    assertThat(world.outbox.claim(10, LEASE, NOW)).hasSize(1);
  }

  @Test
  void ofTheEditsOfAnAlertOnlyTheLastIsMade() {
    Chat chat = world.chat(1, NOW);
    world.tell(world.item(NOW), NOW, world.watch(chat, "نفط", NOW));
    long alert = sendWhatIsDue();
    Entry.Way way = Entry.Way.instant(NOW);
    put(Entry.edit(chat.id(), world.item(NOW), alert, List.of(), way));
    put(Entry.edit(chat.id(), world.item(NOW), alert, List.of(), way));

    assertThat(world.outbox.countByState())
        .isEqualTo(Map.of("sent", 1, "suppressed", 1, "pending", 1));
    assertThat(world.outbox.claim(10, LEASE, NOW)).hasSize(1);
  }

  private int put(Entry entry) {
    return jdbi().inTransaction(handle -> world.outbox.put(handle, List.of(entry), NOW));
  }

  private long sendWhatIsDue() {
    long id = world.outbox.claim(1, LEASE, NOW).get(0).id();
    world.outbox.write(List.of(Outcome.sent(id, "", 5)), NOW);
    return id;
  }

  @Test
  void aPausedChatIsToldNothing() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    world.chats.state(chat.id(), Chat.State.PAUSED, "asked");

    assertThat(world.tell(world.item(NOW), NOW, watch)).isZero();
  }

  @Test
  void aDroppedSourceTellsNothing() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    new FollowedFeeds(jdbi()).drop(chat.id(), world.feed().id());

    assertThat(world.tell(world.item(NOW), NOW, watch)).isZero();
    new FollowedFeeds(jdbi()).hearAll(chat.id(), List.of(world.feed().id()));
    assertThat(world.tell(world.item(NOW), NOW, watch)).isEqualTo(1);
  }

  @Test
  void whatWaitsForABlockedChatIsWrittenDownAsRefused() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    world.tell(world.item(NOW), NOW, watch);

    world.chats.state(chat.id(), Chat.State.BLOCKED, "Forbidden: bot was blocked by the user");

    assertThat(world.outbox.claim(10, LEASE, NOW.plusSeconds(600))).isEmpty();
    assertThat(world.outbox.countByState()).isEqualTo(Map.of("refused", 1));
    assertThat(world.watches.of(chat.id())).hasSize(1);
  }

  @Test
  void forgettingAChatLeavesNothingOfIt() {
    Chat chat = world.chat(1, NOW);
    Watch watch = world.watch(chat, "نفط", NOW);
    world.tell(world.item(NOW), NOW, watch);

    world.chats.forget(chat.id());

    assertThat(world.outbox.countByState()).isEmpty();
    assertThat(world.watches.all()).isEmpty();
    assertThat(world.chats.find(chat.address())).isEmpty();
  }

  @Test
  void aGroupKeepsItsSetUpWhenItBecomesASupergroup() {
    Chat chat = world.chat(-5, NOW);
    world.watch(chat, "نفط", NOW);

    world.chats.move(-5, -1005);

    assertThat(world.chats.find(new Chat.Address(-1005, 0)))
        .hasValueSatisfying(moved -> assertThat(moved.id()).isEqualTo(chat.id()));
  }
}
