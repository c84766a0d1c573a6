package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alert.Alert;
import org.marsad.alert.Chat;
import org.marsad.alert.Told;
import org.marsad.alert.Urgency;
import org.marsad.entity.Catalogue;

/** What chats are told of one event that several outlets report, on every database. */
abstract class RepeatsContract {
  static final String FIRST = "صدام حفتر يلتقي وزير الدفاع التركي في أنقرة";
  static final String SAME = "وزير الدفاع التركي يستقبل في أنقرة صدام حفتر";
  static final String COPY = "عاجل | " + FIRST;

  Newswire wire;
  Chat chat;

  abstract Jdbi jdbi();

  @BeforeEach
  void begin() {
    wire = new Newswire(jdbi());
    chat = wire.chat(7);
  }

  @AfterEach
  void end() {
    wire.close();
  }

  @Test
  void theSameFromAnotherOutletIsAnEditAndACopyIsNothing() {
    wire.watch(chat, "حفتر", Urgency.INSTANT);
    wire.publish(0, FIRST);
    assertThat(wire.told()).hasSize(1);
    wire.publish(1, SAME);
    wire.publish(2, COPY);

    assertThat(wire.told())
        .singleElement()
        .satisfies(
            told -> assertThat(((Told.Edit) told).alert().also()).containsExactly("الوسط"));
  }

  @Test
  void namesThatComeIntoTheCatalogueAreKnownToStories(@TempDir Path folder) throws IOException {
    Path yaml = folder.resolve("entities.yaml");
    String entity = "entities:\n  - {id: great-oasis, group: place, names: {ar: الواحة الكبرى}";
    Files.writeString(yaml, entity + ", aliases: [سبيطلة]}\n");
    wire.watch(chat, "وزير", Urgency.INSTANT);
    wire.names.set(Catalogue.read(yaml));
    wire.publish(0, "وزير الدفاع التركي يلتقي محافظ سبيطلة في أنقرة");
    wire.publish(1, "وزير الدفاع التركي يلتقي محافظ الواحة الكبرى في أنقرة");

    assertThat(wire.told()).filteredOn(Alert.class::isInstance).hasSize(1);
  }

  @Test
  void twoPollsAtOnceSeeEachOther() throws InterruptedException {
    wire.watch(chat, "حفتر", Urgency.INSTANT);
    CyclicBarrier bothPlace = new CyclicBarrier(2);
    wire.beforeJudging = () -> awaitShortly(bothPlace);
    Thread first = new Thread(() -> wire.publish(0, FIRST));
    Thread second = new Thread(() -> wire.publish(1, SAME));
    first.start();
    second.start();
    first.join();
    second.join();

    assertThat(wire.told())
        .extracting(told -> told instanceof Alert)
        .containsExactly(true, false);
  }

  /** Waits for the other, but not for one that waits for us. */
  private static void awaitShortly(CyclicBarrier barrier) {
    try {
      barrier.await(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      Thread.currentThread().setName("alone");
    }
  }
}
