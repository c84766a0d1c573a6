package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.entity.Entity;
import org.marsad.text.Language;
import org.marsad.watch.Watch;

/** Entities: found in what is typed, browsed by group, followed at a tap. */
class BrowsingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private long count(Entity.Group group) {
    return town.catalogue.all().stream().filter(entity -> entity.group() == group).count();
  }

  @Test
  void theGroupsAreShownWithHowManyTheyHold() {
    salem.types("الجهات");

    assertThat(salem.labels())
        .contains(
            "الشخصيات (" + count(Entity.Group.PERSON) + ")",
            "الأماكن (" + count(Entity.Group.PLACE) + ")");
  }

  @Test
  void anEntityIsFollowedAtATapAndMarked() {
    salem.types("/entities").presses("الشخصيات").presses("صدام حفتر");

    assertThat(salem.toast()).contains("صدام حفتر");
    assertThat(salem.labels()).contains("✓ صدام حفتر");
    assertThat(salem.replaced()).isTrue();
    assertThat(salem.queries()).containsExactly("entity:saddam-haftar");
    assertThat(salem.types("/watches").reads()).contains("1. 🔔 صدام حفتر");
  }

  @Test
  void tappingAFollowedOneShowsItsWatch() {
    salem.types("/entities").presses("الشخصيات").presses("صدام حفتر").presses("✓ صدام حفتر");

    assertThat(salem.labels()).contains("احذف");
    salem.presses("احذف");
    assertThat(salem.watches()).isEmpty();
  }

  @Test
  void aGroupOfManyIsPaged() {
    int people = (int) count(Entity.Group.PERSON);
    assertThat(people).isGreaterThan(Page.SIZE);

    salem.types("/entities").presses("الشخصيات");
    int pages = (people + Page.SIZE - 1) / Page.SIZE;
    assertThat(salem.reads()).contains("الصفحة 1 من " + pages);
    String first = salem.presses("التالي").labels().get(0);
    salem.presses(first);
    assertThat(salem.reads()).contains("الصفحة 2 من " + pages);
    assertThat(salem.watches()).singleElement().extracting(Watch::label).isEqualTo(first);
  }

  @Test
  void theStartOffersEntitiesOfEveryGroupByOneTap() {
    salem.types("/start").presses("خليفة حفتر");
    assertThat(salem.labels()).contains("✓ خليفة حفتر");

    salem.presses("مطار الكفرة");
    assertThat(salem.queries()).containsExactly("entity:khalifa-haftar", "entity:kufra-airport");
  }

  @ParameterizedTest
  @ValueSource(strings = {"صدام حفتر", "صدّام حفتر", "Saddam Haftar", "saddam hifter"})
  void aNameThatIsTypedMeansTheEntityAndTheWordsAreOffered(String typed) {
    salem.types("راقب " + typed);
    assertThat(salem.queries()).containsExactly("entity:saddam-haftar");
    assertThat(salem.reads()).contains("صدام حفتر").contains("شخصية");

    salem.presses("العبارة كما");
    assertThat(salem.queries()).containsExactly(typed.replace("ّ", ""));
  }

  @Test
  void aNameInQuotesIsAPhrase() {
    salem.types("راقب \"صدام حفتر\"");

    assertThat(salem.queries()).containsExactly("\"صدام حفتر\"");
  }

  @Test
  void anEntityAskedForInAQueryGoesByItsName() {
    salem.types("راقب جهة:حميدتي");

    assertThat(salem.watches())
        .singleElement()
        .satisfies(
            watch -> {
              assertThat(watch.query()).isEqualTo("entity:hemedti");
              assertThat(watch.label())
                  .isEqualTo(town.catalogue.find("hemedti").orElseThrow().name(Language.AR));
            });
  }

  @Test
  void plainTextThatNamesAnEntityIsOfferedAsOneWithItsHits() {
    town.publish("المرصد", "لصدام حفتر زيارة ثانية", "");
    town.publish("Sudan Wire", "Saddam Haftar in Rome", "");
    town.publish("المرصد", "صدام بين قوات حفتر ومسلحين", "");

    salem.types("صدام حفتر");
    assertThat(salem.reads()).contains("شخصية").contains("خبران");
    salem.presses("تابع صدام حفتر");
    assertThat(salem.queries()).containsExactly("entity:saddam-haftar");
  }

  @Test
  void anEntityIsUnfollowedByAnyOfItsNames() {
    salem.types("راقب صدام حفتر").types("احذف saddam hifter");

    assertThat(salem.watches()).isEmpty();
  }

  @Test
  void inAnotherLanguageEntitiesGoByTheirNamesInIt() {
    salem.types("راقب صدام حفتر").types("راقب هدنة").types("/settings").presses("English");

    assertThat(salem.watches()).extracting(Watch::label).containsExactly("Saddam Haftar", "هدنة");
    assertThat(salem.types("/watches").reads()).contains("1. 🔔 Saddam Haftar").contains("هدنة");
    assertThat(salem.types("/entities").presses("People").labels()).contains("✓ Saddam Haftar");
  }

  @Test
  void anEntityThatLeftTheCatalogueIsSaidToBeGone() {
    salem.types("/start").pressesData("entity:PERSON:0:=entity:nobody");

    assertThat(salem.toast()).contains("لم تعد");
  }

  @Test
  void inEnglishTheNamesAreEnglish() {
    Somebody jane = salem.speaking(Language.EN);

    assertThat(jane.types("/watch saddam haftar").reads())
        .contains("Saddam Haftar")
        .contains("a person");
  }

  @Test
  void aNameOfSeveralAsksWhichAndALongIdFitsItsButtonToo() {
    try (Town small = new Town(Path.of("src/test/resources/chat/same-name.yaml"))) {
      Somebody salma = small.somebody().types("راقب اللواء الأول");
      assertThat(salma.watches()).isEmpty();
      assertThat(salma.reads()).contains("أيّها تقصد");

      salma.presses("لواء الجنوب");
      assertThat(salma.watches()).extracting(Watch::label).containsExactly("لواء الجنوب");
      salma.types("/entities").presses("القوات").presses("✓ لواء الجنوب").presses("جرّب");
      assertThat(salma.reads()).contains("تجربة: لواء الجنوب");
      salma.types("اللواء الأول").presses("العبارة كما");
      assertThat(salma.queries()).hasSize(2).contains("اللواء الأول");
    }
  }
}
