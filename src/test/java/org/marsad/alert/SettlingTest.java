package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;

/** How often what may have arrived is tried again. */
class SettlingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(1);

  private Database database;
  private Alerts world;

  @BeforeEach
  void open() {
    database = TestDatabase.open();
    world = new Alerts(database.jdbi());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLostAnswerIsTriedAgainAndEndsAsUnknownNotAsSent() {
    Settling settling =
        new Settling(
            world.chats, new SendBudget(1000, System::nanoTime), Clock.fixed(NOW, ZoneOffset.UTC));
    Chat chat = world.chat(1, NOW);
    world.tell(world.item(NOW), NOW, world.watch(chat, "نفط", NOW));
    for (int attempt = 1; attempt <= Settling.MAX_LOST_ANSWERS; attempt++) {
      Delivery delivery = world.outbox.claim(1, LEASE, NOW.plusSeconds(attempt * 3600L)).get(0);
      world.outbox.write(
          List.of(settling.settle(delivery, new SendResult.Unknown("cut", true))), NOW);
    }

    assertThat(world.outbox.countByState()).isEqualTo(Map.of("unknown", 1));
    assertThat(world.outbox.claim(1, LEASE, NOW.plusSeconds(100_000))).isEmpty();
  }

  @Test
  void lostAnswersOfAnHourLongOutageLoseNoAlert() {
    Duration waited = Duration.ZERO;
    for (int attempt = 0; attempt < Settling.MAX_LOST_ANSWERS - 1; attempt++) {
      waited = waited.plus(Settling.afterLostAnswer(attempt));
    }

    assertThat(waited).isBetween(Duration.ofHours(1), Duration.ofHours(3));
    assertThat(Settling.afterLostAnswer(0)).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }
}
