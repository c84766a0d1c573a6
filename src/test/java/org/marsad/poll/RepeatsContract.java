package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
import org.marsad.text.Field;

/** What chats are told of one event that several outlets report, on every database. */
abstract class RepeatsContract {
  static final String FIRST = "صدام حفتر يلتقي وزير الدفاع التركي في أنقرة";
  static final String SAME = "وزير الدفاع التركي يستقبل في أنقرة صدام حفتر";
  static final String COPY = "عاجل | " + FIRST;

  private static final String ARTICLE =
      "<html><body><article><p>"
          + "عقد المجلس البلدي جلسته العادية صباح اليوم وناقش فيها أعمال الطرق والمدارس قبل العام الجديد.</p><p>"
          + "وقال رئيس المجلس وهو يلتقي السكان إن أسعار النفط تحدد ما يصرف على الطريق الساحلي وعلى صيانة الميناء.</p>"
          + "</article></body></html>";
  private static final Set<String> MARKED = Set.of("حفتر", "النفط");

  Newswire wire;
  FeedServer pages;
  Chat chat;

  abstract Jdbi jdbi();

  @BeforeEach
  void begin() throws IOException {
    pages = new FeedServer();
    wire = new Newswire(jdbi());
    chat = wire.chat(7);
  }

  @AfterEach
  void end() {
    wire.close();
    pages.close();
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
        .satisfies(told -> assertThat(((Told.Edit) told).alert().also()).containsExactly("الوسط"));
  }

  private static List<String> names(Alert alert) {
    return alert.found().stream().map(Alert.Found::label).toList();
  }

  @Test
  void aRepeatRingsForAMoreUrgentWatch() {
    wire.watch(chat, "حفتر", Urgency.SILENT);
    wire.watch(chat, "يستقبل", Urgency.URGENT);
    wire.publish(0, FIRST);
    assertThat(wire.told()).hasSize(1);
    wire.publish(1, SAME);

    assertThat(wire.told())
        .singleElement()
        .isInstanceOfSatisfying(
            Alert.class, alert -> assertThat(names(alert)).containsExactly("حفتر", "يستقبل"));
  }

  @Test
  void aCopyRingsForAMoreUrgentWatch() {
    wire.watch(chat, "حفتر", Urgency.INSTANT);
    wire.watch(chat, "عاجل", Urgency.URGENT);
    wire.publish(0, FIRST);
    assertThat(wire.told()).hasSize(1);
    wire.publish(1, COPY);

    assertThat(wire.told()).singleElement().isInstanceOf(Alert.class);
  }

  @Test
  void theAlertNamesTheWatchesThatOnlyARepeatHit() {
    wire.watch(chat, "حفتر", Urgency.INSTANT);
    wire.watch(chat, "يستقبل", Urgency.INSTANT);
    wire.watch(chat, "عاجل", Urgency.SILENT);
    wire.publish(0, FIRST);
    assertThat(wire.told()).hasSize(1);
    wire.publish(1, SAME);
    wire.publish(2, COPY);
    assertThat(names(lastEdited())).containsExactly("حفتر", "يستقبل", "عاجل");

    wire.changes(0, FIRST, FIRST + " غدًا");
    assertThat(names(lastEdited())).containsExactly("حفتر", "يستقبل", "عاجل");
  }

  @Test
  void aRepeatOfWhatWaitsForTheDigestIsNoSecondLine() {
    wire.watch(chat, "حفتر", Urgency.DIGEST);
    wire.publish(0, FIRST);
    wire.publish(1, SAME);
    wire.publish(2, COPY);

    assertThat(wire.told()).isEmpty();
    assertThat(notices(wire.toldTogetherAfter(Duration.ofDays(1))))
        .singleElement()
        .asString()
        .contains(FIRST)
        .contains("تناولته أيضًا: الوسط")
        .doesNotContain(SAME)
        .doesNotContain("الشرق");
  }

  @Test
  void aRepeatOfWhatQuietHoursHoldIsNoSecondLine() {
    wire.execute("UPDATE chats SET quiet_from = '13:00', quiet_to = '20:00'");
    wire.watch(chat, "حفتر", Urgency.INSTANT);
    wire.publish(0, FIRST);
    wire.publish(1, SAME);

    assertThat(notices(wire.toldTogetherAfter(Duration.ofHours(7))))
        .singleElement()
        .asString()
        .contains(FIRST)
        .doesNotContain(SAME);
  }

  @Test
  void aRepeatOfWhatTheDigestToldIsSilent() {
    wire.watch(chat, "حفتر", Urgency.DIGEST);
    wire.publish(0, FIRST);
    assertThat(wire.toldTogetherAfter(Duration.ofHours(19))).hasSize(1);
    wire.publish(1, SAME);

    assertThat(wire.toldTogetherAfter(Duration.ofDays(1))).isEmpty();
  }

  @Test
  void whatRingsAfterAllIsNotInTheDigestToo() {
    wire.watch(chat, "حفتر", Urgency.DIGEST);
    wire.watch(chat, "يلتقي", Urgency.DIGEST);
    wire.watch(chat, "يستقبل", Urgency.URGENT);
    wire.publish(0, FIRST);
    wire.publish(1, SAME);

    assertThat(wire.told())
        .singleElement()
        .isInstanceOfSatisfying(
            Alert.class,
            alert -> {
              assertThat(names(alert)).containsExactly("حفتر", "يستقبل", "يلتقي");
              assertThat(alert.also()).containsExactly("المرصد");
            });
    assertThat(wire.toldTogetherAfter(Duration.ofDays(1))).isEmpty();
  }

  @Test
  void aRepeatOfWhatACatchUpToldIsSilent() {
    wire.watch(chat, "في", Urgency.INSTANT);
    wire.execute(
        "UPDATE feeds SET failures = 9, last_success_at = TIMESTAMP WITH TIME ZONE '2026-03-01 07:00:00+00'");
    wire.publish(
        0,
        FIRST,
        "أمطار في سبها",
        "معرض في طرابلس",
        "ندوة في مصراتة",
        "حريق في درنة",
        "سباق في سرت");
    assertThat(notices(wire.told())).hasSize(1);
    wire.execute("UPDATE feeds SET failures = 0");
    wire.publish(1, SAME);

    assertThat(wire.told()).isEmpty();
  }

  private Alert lastEdited() {
    List<Told> told = wire.told();
    return ((Told.Edit) told.get(told.size() - 1)).alert();
  }

  private static List<String> notices(List<Told> told) {
    return told.stream()
        .map(
            one -> ((Told.Notice) one).message().plain().replaceAll("[\\u2066-\\u2069\\u200F]", ""))
        .toList();
  }

  private void publishWithPage(String title) {
    pages.publishWithPage("1", title, ARTICLE);
    wire.publishWithPage(2, title, pages.url().resolve("/pages/1"));
  }

  @Test
  void whatAWholeTextHitsGoesIntoTheAlertOfItsStory() {
    wire.watch(chat, "يلتقي", Urgency.INSTANT);
    wire.publish(0, FIRST);
    publishWithPage(SAME);
    assertThat(wire.told()).hasSize(1);
    wire.fullTexts.look();

    assertThat(lastEdited().also()).containsExactly("الشرق");
  }

  @Test
  void whatAWholeTextHitsIsNamedInTheAlertOfItsTeaser() {
    wire.watch(chat, "حفتر", Urgency.INSTANT);
    wire.watch(chat, "نفط", Urgency.INSTANT);
    publishWithPage(FIRST);
    assertThat(wire.told()).singleElement().isInstanceOf(Alert.class);
    wire.fullTexts.look();

    Alert edited = lastEdited();
    assertThat(names(edited)).containsExactlyInAnyOrder("حفتر", "نفط");
    assertThat(marked(edited)).contains("حفتر", "النفط").allMatch(MARKED::contains);
  }

  @Test
  void anAlertThatWaitsIsMarkedWhereTheWholeTextIsHit() {
    wire.watch(chat, "جلسته", Urgency.INSTANT);
    wire.watch(chat, "حفتر", Urgency.SILENT);
    publishWithPage(FIRST);
    wire.fullTexts.look();

    assertThat(wire.told())
        .singleElement()
        .isInstanceOfSatisfying(
            Alert.class,
            alert -> assertThat(marked(alert)).containsExactlyInAnyOrder("حفتر", "جلسته"));
  }

  @Test
  void aWholeTextRingsForAMoreUrgentWatchThanItsTeaserWaitsFor() {
    wire.watch(chat, "حفتر", Urgency.DIGEST);
    wire.watch(chat, "نفط", Urgency.URGENT);
    publishWithPage(FIRST);
    assertThat(wire.told()).isEmpty();
    wire.fullTexts.look();

    assertThat(wire.told()).singleElement().isInstanceOf(Alert.class);
    assertThat(wire.toldTogetherAfter(Duration.ofDays(1))).isEmpty();
  }

  @Test
  void noPagesAreReadOfWhatCameOutInAnOutage() {
    wire.execute(
        "UPDATE feeds SET failures = 9, last_success_at = TIMESTAMP WITH TIME ZONE '2026-03-01 07:00:00+00'");
    publishWithPage(FIRST);
    wire.fullTexts.look();

    assertThat(pages.pageRequests).hasValue(0);
  }

  private static List<String> marked(Alert alert) {
    return alert.found().stream()
        .flatMap(found -> found.places().stream())
        .map(
            place -> {
              boolean title = place.field() == Field.TITLE;
              String text = title ? alert.item().title() : alert.item().text();
              return text.substring(place.start(), place.end());
            })
        .distinct()
        .toList();
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

    assertThat(wire.told()).extracting(told -> told instanceof Alert).containsExactly(true, false);
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
