package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;
import org.marsad.feed.Feed;
import org.marsad.text.Field;
import org.marsad.watch.QueryParser.Parsed;

/** What each kind of query finds in an item, and where. */
class QueryMatchTest {
  private static final Catalogue CATALOGUE = Samples.catalogue();
  private static final EntityTagger TAGGER = new EntityTagger(CATALOGUE);

  private static Trial trial(String query) {
    return new Trial(((Parsed.Ok) QueryParser.parse(query, CATALOGUE)).query(), TAGGER);
  }

  private static boolean finds(String query, String title, String text) {
    return trial(query).on(Samples.item(title, text), Samples.feed()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          # all, any, none
          وقود -غزة                  > شحنة الوقود تصل ميناء طبرق              > true
          وقود -غزة                  > شحنة وقود تدخل إلى غزة                  > false
          وقود -"معبر رفح"           > وقود عبر معبر رفح                      > false
          (نفط أو غاز) ليبيا          > ليبيا تصدر الغاز                       > true
          (نفط أو غاز) ليبيا          > النرويج تصدر الغاز                     > false
          نفط (قطر أو -غاز)          > نفط الجنوب                            > true
          نفط (قطر أو -غاز)          > نفط وغاز من الجنوب                     > false
          # exact phrase: these words, with what is written before the first
          "وقف إطلاق النار"          > لوقف إطلاق النار                       > true
          "وقف إطلاق النار"          > وقف «إطلاق النار»                      > true
          "وقف إطلاق نار"            > وقف إطلاق النار                        > false
          "الهجرة"                   > مكافحة الهجرة                         > true
          "الهجرة"                   > بالهجرة وللهجرة                       > true
          "هجرة"                     > مكافحة الهجرة                         > false
          "نفط"                      > الأسعار النفطية                       > false
          # exact word
          =نفط                       > صادرات نفط                            > true
          =نفط                       > صادرات النفط                          > false
          =نفط                       > صادرات نفطية                          > false
          =إيران                     > ايران                                 > true
          =إيران                     > الإيراني                              > false
          =RSF                       > RSF advances                          > true
          =RSF                       > the rsf advances                      > false
          RSF                        > the rsf advances                      > true
          ="Gold Line"               > on the Gold Line                      > true
          ="Gold Line"               > a gold line                           > false
          # prefix
          انقلا*                     > بعد الانقلابات                        > true
          انقلا*                     > وبانقلابهم                            > true
          انقلا*                     > انقلب القارب                          > false
          المنظ*                     > للمنظمات                              > true
          المنظ*                     > منظمات                                > false
          Libyan*                    > Libya army                            > false
          Liby*                      > Libyan army                           > true
          # near: at most so many words between, either way round, in one field
          قرب/2(حفتر، نفط)            > حفتر يزور حقول النفط                   > true
          قرب/1(حفتر، نفط)            > حفتر يزور حقول النفط                   > false
          قرب/1(نفط، حفتر)            > حفتر والنفط                           > true
          قرب/3(نفط، نفط)             > النفط الليبي                          > false
          قرب/1(خليفة حفتر، حفتر)      > خليفة حفتر يتحدث                      > false
          قرب/3(جهة:saddam-haftar، وقود) > صدام حفتر يبحث ملف الوقود            > true
          قرب/1(جهة:saddam-haftar، وقود) > صدام حفتر يبحث ملف الوقود            > false
          قرب/2(نفط، غاز، ذهب)         > النفط ثم الغاز ثم الذهب                 > true
          قرب/1(نفط، ذهب، غاز)         > النفط ثم الغاز ثم الذهب                 > true
          قرب/1(نفط، ذهب)              > النفط ثم الغاز ثم الذهب                 > false
          قرب/2((نفط أو غاز)، ليبيا)    > الغاز في ليبيا                        > true
          # entities
          جهة:saddam-haftar          > صدام حفتر في روما                      > true
          جهة:saddam-haftar          > صدام بين قوات حفتر والمحتجين            > false
          """)
  void aTitleIsAHit(String query, String title, boolean hit) {
    assertThat(finds(query, title, "")).isEqualTo(hit);
  }

  @Test
  void aPhraseNeverCrossesFromTitleToText() {
    assertThat(finds("وقف إطلاق النار", "وقف إطلاق", "النار مشتعلة")).isFalse();
    assertThat(finds("قرب/5(وقف، النار)", "وقف", "النار")).isFalse();
    assertThat(finds("وقف AND النار", "وقف", "النار")).isTrue();
  }

  @Test
  void aPhraseNeverCrossesTheEndOfASentence() {
    assertThat(finds("مجلس الأمن", "اجتمع المجلس. الأمن مستتب", "")).isFalse();
  }

  @Test
  void titleMeansTheHeadlineAlone() {
    assertThat(finds("عنوان:حفتر", "حفتر في القاهرة", "")).isTrue();
    assertThat(finds("عنوان:حفتر", "زيارة إلى القاهرة", "وصل حفتر")).isFalse();
    assertThat(finds("عنوان:(حفتر -القاهرة)", "حفتر في روما", "ثم إلى القاهرة")).isTrue();
    assertThat(finds("-عنوان:القاهرة حفتر", "حفتر في روما", "ثم إلى القاهرة")).isTrue();
    assertThat(finds("عنوان:جهة:saddam-haftar", "زيارة", "وصل صدام حفتر")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "source:الجزيرة, true",
    "مصدر:\"الجزيرة نت\", true",
    "source:جزيرة, true",
    "source:العربية, false",
    "source:aljazeera.net, true",
    "source:www.aljazeera.net, true",
    "source:jazeera.net, false",
    "lang:ar, true",
    "لغة:الإنجليزية, false",
    "country:qa, true",
    "بلد:قطر, true",
    "country:ly, false",
    "وقود مصدر:الجزيرة, true",
    "وقود -مصدر:الجزيرة, false"
  })
  void anItemIsKnownByItsSource(String query, boolean hit) {
    Feed feed = Samples.feed("الجزيرة نت", "https://www.aljazeera.net/rss.xml", "ar", "qa");
    assertThat(trial(query).on(Samples.item("وقود"), feed).isPresent()).isEqualTo(hit);
  }

  @Test
  void placesAreExactInWhatPeopleRead() {
    String title = "قوات «الدعـــم السَّريع» تستولي على الوقود";
    String text = "نقص &quot;الوقود&quot; يشل وللوقود أزمة";
    List<Place> places =
        trial("الدعم_السريع & وقود").on(Samples.item(title, text), Samples.feed()).orElseThrow();
    assertThat(places)
        .extracting(
            place ->
                (place.field() == Field.TITLE ? title : text).substring(place.start(), place.end()))
        .containsExactly("الدعـــم السَّريع", "الوقود", "الوقود", "وللوقود");
    assertThat(places)
        .extracting(Place::term)
        .containsExactly("الدعم السريع", "وقود", "وقود", "وقود");
  }

  @Test
  void placesAreOfWhatMadeItAHitOnly() {
    assertThat(trial("نفط -غاز أو ذهب").on(Samples.item("نفط وغاز وذهب"), Samples.feed()))
        .hasValueSatisfying(
            places -> assertThat(places).extracting(Place::term).containsExactly("ذهب"));
    assertThat(trial("قرب/1(نفط، غاز)").on(Samples.item("نفط ثم ذهب ثم نفط وغاز"), Samples.feed()))
        .hasValueSatisfying(
            places -> assertThat(places).extracting(Place::start).containsExactly(14, 18));
  }

  @Test
  void aWatchOnTheSourceAloneHasNoPlaces() {
    assertThat(trial("lang:ar").on(Samples.item("خبر"), Samples.feed())).hasValue(List.of());
  }

  @Test
  void nearWordsAreFoundAlsoBehindManyOthers() {
    String gas = "غاز ثم ".repeat(60);
    assertThat(finds("قرب/1((غاز أو نفط)، ذهب)", "", gas + "نفط ذهب")).isTrue();
    assertThat(finds("قرب/1((غاز أو نفط)، ذهب)", "", "نفط ذهب " + gas)).isTrue();
    assertThat(finds("قرب/1(غاز، ذهب)", "", gas + "غاز ذهب")).isTrue();
    assertThat(finds("قرب/1(غاز، ذهب)", "", gas + "ثم ثم ذهب")).isFalse();
  }

  @Test
  void nearWordsMayShareNoWord() {
    assertThat(finds("قرب/2(مجلس الأمن، الأمن، مجلس)", "مجلس الأمن", "")).isFalse();
    assertThat(finds("قرب/2(مجلس الأمن، الأمن، مجلس)", "مجلس الأمن مجلس الأمن", "")).isTrue();
  }

  @Test
  void noItemIsTooLongForAQuery() {
    String words = "نفط غاز ذهب قمح حرب ".repeat(20_000);
    Trial near = trial("قرب/10(نفط، غاز، ذهب، قمح، سلم)");
    assertThat(near.on(Samples.item("", words), Samples.feed())).isEmpty();
    assertThat(trial("نفط").on(Samples.item("", words), Samples.feed()).orElseThrow())
        .hasSize(Asked.MAX_TOLD);
  }
}
