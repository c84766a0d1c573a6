package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.Item;
import org.marsad.text.Language;
import org.marsad.watch.Hit;
import org.marsad.watch.WatchMatcher;

/** A chat describes an entity of its own, and hears of it. */
class OwnEntityTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private Somebody described() {
    return salem
        .types("/watch")
        .presses("جهة خاصة")
        .types("شركة الواحة للنفط")
        .types("الواحة للنفط")
        .types("=WOC")
        .types("تم")
        .types("إنتاج")
        .types("تم");
  }

  private List<Hit> hits(String title) {
    Item item = town.publish("المرصد", title, "");
    return town.matcher.match(item, town.feed("المرصد")).hits();
  }

  @Test
  void itIsAskedForStepByStepAndStoredAtTheEnd() {
    assertThat(salem.types("/watch").presses("جهة خاصة").reads()).contains("اكتب اسم الجهة");
    assertThat(salem.types("شركة الواحة للنفط").reads()).contains("اسمًا آخر");
    assertThat(salem.types("الواحة للنفط").reads()).contains("شركة الواحة للنفط، الواحة للنفط");
    assertThat(salem.presses("تم").reads()).contains("إحداها");
    assertThat(salem.queries()).isEmpty();

    assertThat(salem.types("إنتاج").types("تم").reads()).contains("تتابع الآن");
    assertThat(salem.watches().get(0).label()).isEqualTo("شركة الواحة للنفط");
    assertThat(salem.types("/watches").reads()).contains("شركة الواحة للنفط");
  }

  @Test
  void cancellingLeavesNothing() {
    salem.types("/watch").presses("جهة خاصة").types("شركة الواحة للنفط").types("/cancel");

    assertThat(salem.queries()).isEmpty();
    assertThat(salem.types("تم").reads()).doesNotContain("تتابع الآن");
  }

  @Test
  void aCardThatIsOpenedMeanwhileLosesNothingOfIt() {
    salem.types("/watch \"اتفاق وقف إطلاق النار\" (ليبيا أو السودان أو اليمن أو سوريا)");
    salem.types("/watches");
    String card = salem.button("1").value();
    salem.types("/watch").presses("جهة خاصة").types("شركة الواحة").types("الواحة");
    salem.pressesData(card).presses("جرّب");

    assertThat(salem.reads()).contains("اتفاق وقف إطلاق النار");
    assertThat(salem.types("تم").types("تم").reads()).contains("تتابع الآن: شركة الواحة");
    assertThat(hits("عمال الواحة يحتجون")).hasSize(1);
  }

  @Test
  void itIsFoundByEachNameWithACliticWhereAContextWordStands() {
    described();

    assertThat(hits("زيادة انتاج شركة الواحه للنفط")).hasSize(1);
    assertThat(hits("اتفاق للواحة للنفط على رفع الإنتاج").get(0).watch().label())
        .isEqualTo("شركة الواحة للنفط");
    assertThat(hits("WOC رفعت إنتاجها").get(0).places())
        .anySatisfy(place -> assertThat(place.term()).isEqualTo("WOC"));
    assertThat(hits("الواحة للنفط تحتفل بعيدها")).isEmpty();
    assertThat(hits("woc رفعت إنتاجها")).isEmpty();
    assertThat(hits("واحات للنفط وإنتاجه")).isEmpty();
  }

  @Test
  void aNameIsNotInflected() {
    salem.types("/watch").presses("جهة خاصة").types("صقر").types("تم").types("تم");

    assertThat(hits("التقى صقر بالوفد")).hasSize(1);
    assertThat(hits("وفد لصقر في العاصمة")).hasSize(1);
    assertThat(hits("مهرجان الصقور والصقري")).isEmpty();
  }

  @Test
  void aKunyaIsFoundInEveryCase() {
    salem.types("/watch").presses("جهة خاصة").types("أبو عاقلة كيكل").types("تم").types("تم");

    assertThat(hits("قوات أبي عاقلة كيكل تتقدم")).hasSize(1);
  }

  @Test
  void dryRunAndSearchByItsNameFindWhatTheMatcherFinds() {
    described();
    town.publish("المرصد", "الواحة للنفط ترفع الإنتاج", "");
    town.publish("المرصد", "الواحة للنفط تحتفل", "");

    assertThat(salem.types("/search شركة الواحة للنفط").reads())
        .contains("ترفع الإنتاج")
        .doesNotContain("تحتفل");
    assertThat(salem.types("/test شركه الواحه للنفط").reads()).contains("خبر واحد مطابق");
    assertThat(salem.types("/watches").presses("1").presses("جرّب").reads())
        .contains("تجربة: شركة الواحة للنفط")
        .contains("خبر واحد مطابق");
  }

  @Test
  void itIsTheSameAfterARestart() {
    described();
    WatchMatcher again = new WatchMatcher(town.catalogue);

    assertThat(again.reload(town.watches::all)).isEmpty();
    Item item = town.publish("المرصد", "الواحة للنفط ترفع الإنتاج", "");
    assertThat(again.match(item, town.feed("المرصد")).hits()).hasSize(1);
  }

  @Test
  void namesAndContextAreAddedAndRemovedLater() {
    described();
    String before = town.watches.fingerprint();

    salem.types("/watches").presses("1").presses("الأسماء والسياق").presses("✖ إنتاج");
    assertThat(salem.toast()).contains("حُذف");
    assertThat(hits("الواحة للنفط تحتفل")).hasSize(1);
    salem.presses("أضف اسمًا").types("شركة الواحة").types("تم");
    assertThat(salem.reads()).contains("شركة الواحة");
    assertThat(hits("عمال شركة الواحة يحتجون")).hasSize(1);
    salem.presses("الأسماء والسياق").presses("أضف كلمة سياق").types("نفط").presses("تم");
    assertThat(hits("عمال شركة الواحة يحتجون")).isEmpty();
    assertThat(town.watches.fingerprint()).isNotEqualTo(before);
  }

  @Test
  void aLastNameCannotBeRemoved() {
    salem.types("/watch").presses("جهة خاصة").types("شركة الواحة").types("تم").types("تم");

    salem.presses("الأسماء والسياق");
    assertThat(salem.labels()).noneMatch(label -> label.contains("✖"));
  }

  @Test
  void removingItAsksSinceItsNamesWouldBeLost() {
    described();
    assertThat(salem.types("/unwatch 1").reads()).contains("هل تحذف");

    assertThat(salem.presses("نعم").labels()).noneMatch(label -> label.contains("تراجع"));
    assertThat(salem.queries()).isEmpty();
    assertThat(hits("الواحة للنفط ترفع الإنتاج")).isEmpty();
  }

  @Test
  void everyRefusalSaysWhyAndKeepsTheQuestionOpen() {
    salem.types("/watch").presses("جهة خاصة");
    assertThat(salem.types("!!!").reads()).contains("حروف").contains("مثال");
    assertThat(salem.types("من").reads()).contains("أقصر").contains("=UN");
    assertThat(salem.types("اسم ".repeat(40)).reads()).contains("أطول").contains("80");
    salem.types("شركة الواحة");
    assertThat(salem.types("شركه الواحه").reads()).contains("موجود من قبل");

    for (int i = 1; i < 15; i++) {
      salem.types("شركة رقم " + i);
    }
    assertThat(salem.types("شركة زائدة").reads()).contains("15");
    salem.types("تم");
    for (int i = 0; i < 10; i++) {
      salem.types("سياق " + i);
    }
    assertThat(salem.types("سياق زائد").reads()).contains("10");
    assertThat(salem.types("تم").reads()).contains("تتابع الآن");
  }

  @Test
  void namesThatTogetherAreTooLongAreRefusedBeforeTheyAreLost() {
    salem.types("/watch").presses("جهة خاصة").types("شركة");
    for (int i = 10; i < 24; i++) {
      salem.types("اسم طويل من أسماء هذه الشركة التي لا تنتهي أسماؤها الطويلة أبدًا رقم " + i);
    }

    assertThat(salem.reads()).contains("على ما يُحفظ");
    assertThat(salem.types("تم").types("تم").reads()).contains("تتابع الآن");
    assertThat(town.matcher.reload(town.watches::all)).isEmpty();
  }

  @Test
  void aChatHasTwenty() {
    for (int i = 0; i < 20; i++) {
      salem.types("/watch").presses("جهة خاصة").types("شركة " + i).types("تم").types("تم");
    }

    assertThat(salem.types("/watch").presses("جهة خاصة").reads()).contains("20").contains("احذف");
  }

  @Test
  void inAGroupOnlyWhoWasAskedAnswers() {
    Somebody admin = town.inGroup(5, true);
    Somebody member = town.inGroup(6, false);
    admin.types("/watch").presses("جهة خاصة").types("شركة الواحة");

    member.types("اسم من غيره");
    member.pressesData("own_done");
    assertThat(member.toast()).contains("للمشرفين");
    admin.types("تم").types("تم");
    assertThat(admin.queries()).containsExactly("\"شركة الواحة\"");
  }

  @Test
  void aChannelIsShownTheQueryThatDoesTheSame() {
    Somebody channel = town.inChannel();

    assertThat(channel.types("/watch").presses("جهة خاصة").reads()).contains("/watch \"");
  }

  @Test
  void itWorksInEnglishToo() {
    Somebody anna = salem.speaking(Language.EN);
    anna.types("/watch").presses("Own entity").types("Waha Oil").types("done").types("DONE");

    assertThat(anna.reads()).contains("You now watch Waha Oil");
    assertThat(anna.watches()).hasSize(1);
  }
}
