package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.Document;
import org.marsad.text.Field;

/** What mentions and findings tell besides whom a sentence names. */
final class EntityTaggerTest {
  private static final EntityTagger TAGGER =
      new EntityTagger(Catalogue.read(Path.of("config/entities.yaml")));

  private static List<String> mentioned(String text) {
    return TAGGER.tag(Document.of(text, "")).stream()
        .map(mention -> mention.entity() + "=" + text.substring(mention.start(), mention.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "زار صدام خليفة حفتر أنقرة|saddam-haftar=صدام خليفة حفتر",
        "زار <b>صـدام</b> حَفْتَرَ أنقرة|saddam-haftar=صـدام</b> حَفْتَرَ",
        "بيان قوات&nbsp;&quot;الدعم السريع&quot; اليوم|rsf-sudan=قوات&nbsp;&quot;الدعم السريع",
        "قصف الدعـ م السـ ريع المخيم|rsf-sudan=الدعـ م السـ ريع",
        "in El-Fasher today|el-fasher=El-Fasher",
      })
  void aMentionStandsWhereItIsRead(String text, String mention) {
    assertThat(mentioned(text)).containsExactly(mention);
  }

  @Test
  void mentionsComeInReadingOrder() {
    Document document = Document.of("حفتر والدبيبة", "البرهان يزور السيسي");
    assertThat(TAGGER.tag(document))
        .extracting(mention -> mention.field() + " " + mention.entity())
        .containsExactly("TITLE khalifa-haftar", "TITLE dbeibah", "TEXT burhan", "TEXT al-sisi");
  }

  @Test
  void anAliasIsToldAsTheCatalogueWritesIt() {
    assertThat(TAGGER.tag(Document.of("للبعثه الامميه في ليبيا", "")))
        .extracting(Mention::alias)
        .containsExactly("البعثة الأممية في ليبيا");
  }

  @Test
  void whatBelongsToSomebodyNamesHimToo() {
    assertThat(mentioned("تقدم قوات المشير حفتر"))
        .containsExactly("lna-libya=قوات المشير حفتر", "khalifa-haftar=حفتر");
  }

  @Test
  void aNameNeverCrossesFromTitleToText() {
    assertThat(TAGGER.tag(Document.of("مطار", "الكفرة"))).isEmpty();
    assertThat(TAGGER.tag(Document.of("عودة صدام", "حفتر")))
        .extracting(Mention::entity)
        .containsExactly("khalifa-haftar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "khalifa-haftar|حفتر يزور أثينا|NAMED",
        "hassan-rashad|اللاعب حسن رشاد يسجل|SOMEBODY_ELSE",
        "burhan|صدر كتاب البرهان|PART_OF_LONGER",
        "lna-libya|القيادة العامة لشرطة دبي|OTHER_COUNTRY",
        "gnu-libya|تشكيل حكومة الوحدة الوطنية|NO_CONTEXT",
        "rsf-sudan|IMF approves RSF for Sudan|OTHER_CONTEXT",
        "gnu-libya|Libye : le GUN dément|NAMED",
        "un-libya-mission|La MANUL alerte|NAMED",
      })
  void anExplanationTellsWhatDecided(String entity, String text, Verdict verdict) {
    assertThat(TAGGER.explain(entity, Document.of(text, "")))
        .extracting(Finding::verdict)
        .contains(verdict);
  }

  @Test
  void anExplanationTellsWhichRivalMadeABareWordDoubtful() {
    Document document = Document.of("الجيش ينتشر", "الجيش التشادي يغلق الحدود مع السودان");
    assertThat(TAGGER.explain("sudanese-army", document))
        .extracting(Finding::field, Finding::verdict)
        .contains(tuple(Field.TITLE, Verdict.RIVAL), tuple(Field.TEXT, Verdict.OTHER_COUNTRY));
  }

  @Test
  void anExplanationOfWhatIsNotThereIsEmpty() {
    assertThat(TAGGER.explain("khalifa-haftar", Document.of("طقس معتدل", ""))).isEmpty();
  }

  @Property(tries = 2000)
  void anyTextIsSafe(@ForAll String title, @ForAll String text) {
    Document document = Document.of(title, text + " حفتر، " + title);
    assertThat(TAGGER.tag(document))
        .allSatisfy(
            mention ->
                assertThat(mention.end())
                    .isGreaterThan(mention.start())
                    .isLessThanOrEqualTo(document.field(mention.field()).original().length()));
  }
}
