package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.feed.Item;
import org.marsad.watch.Watch;

/** How the list of what an outage held up comes: as urgently as the alerts it stands for. */
class CatchUpTest {
  private static final Instant NOON = Instant.parse("2026-03-03T10:00:00Z");

  private final Database database = TestDatabase.open();
  private final Alerts world = new Alerts(database.jdbi());
  private final Chat chat = world.chat(7, NOON);

  @AfterEach
  void close() {
    database.close();
  }

  private Watch watch(String query, Urgency urgency) {
    Watch watch = world.watch(chat, query, NOON);
    new Habits(database.jdbi()).urgency(chat.id(), watch.id(), urgency);
    return watch;
  }

  private List<Delivery> missed(Watch... watches) {
    return missed(CatchUp.MAX_SINGLE + 1, watches);
  }

  private List<Delivery> missed(int count, Watch... watches) {
    List<Long> items =
        IntStream.range(0, count)
            .mapToObj(i -> world.item(NOON))
            .peek(item -> world.tell(item, NOON, watches))
            .map(Item::id)
            .toList();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE items SET link = link || '/" + "%D8%A7".repeat(100) + "'"));
    CatchUp catchUp = new CatchUp(world.outbox);
    database.jdbi().useTransaction(handle -> catchUp.gather(handle, world.feed(), items, NOON));
    return world.outbox.claim(10, Duration.ofMinutes(1), NOON);
  }

  @Test
  void whatSilentWatchesMissedComesWithoutASound() {
    assertThat(missed(watch("نفط", Urgency.SILENT))).singleElement().matches(Delivery::silent);
  }

  @Test
  void whatAnInstantWatchMissedRings() {
    assertThat(missed(watch("نفط", Urgency.SILENT), watch("غاز", Urgency.INSTANT)))
        .singleElement()
        .matches(one -> !one.silent());
  }

  @Test
  void whatAnUrgentWatchMissedRingsInQuietHoursToo() {
    new Habits(database.jdbi()).quiet(chat, QuietHours.read("11-14").orElseThrow(), NOON);

    assertThat(missed(watch("نفط", Urgency.URGENT)))
        .singleElement()
        .matches(one -> !one.silent() && one.told() instanceof Told.Notice);
  }

  @Test
  void theListIsNoLongerThanTelegramTakesWithItsAddresses() {
    Message message =
        ((Told.Notice) missed(90, watch("نفط", Urgency.INSTANT)).get(0).told()).message();

    assertThat(message.html().getBytes(StandardCharsets.UTF_8).length).isBetween(20_000, 32_768);
    assertThat(message.plain()).contains("خبرًا آخر");
  }
}
