package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.entity.Catalogue;
import org.marsad.watch.QueryParser.Parsed;
import org.marsad.watch.QueryParser.Problem;

/** What is typed, what it is read as (in canonical form), and what is refused. */
class QueryParserTest {
  private static final Catalogue CATALOGUE = Samples.catalogue();

  private static String canonical(String text) {
    Parsed parsed = QueryParser.parse(text, CATALOGUE);
    assertThat(parsed).as(text).isInstanceOf(Parsed.Ok.class);
    return QueryParser.print(((Parsed.Ok) parsed).query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          # simple text is one keyword or phrase
          هدنة                        > هدنة
          '  وقف إطلاق   النار '       > وقف إطلاق النار
          الهُدنـــة                    > الهدنة
          #وقف_إطلاق_النار             > وقف إطلاق النار
          عاجل: هدنة، قريبا - ربما      > عاجل هدنة قريبا ربما
          قرب الكفرة                  > قرب الكفرة
          orange or lemon             > orange or lemon
          # every quote is the same
          "وقف النار"                 > "وقف النار"
          «وقف النار»                 > "وقف النار"
          “وقف النار”                 > "وقف النار"
          »وقف النار«                 > "وقف النار"
          # all, any, none
          وقود "السوق السوداء"         > "السوق السوداء" وقود
          وقود AND طحين -غزة           > طحين وقود -غزة
          نفط أو غاز                  > غاز | نفط
          نفط او غاز                  > غاز | نفط
          نفط OR غاز                  > غاز | نفط
          نفط|غاز                     > غاز | نفط
          نفط أو غاز | نفط             > غاز | نفط
          (نفط أو غاز) ليبيا           > (غاز | نفط) ليبيا
          نفط غاز أو ذهب               > ذهب | غاز نفط
          نفط & غاز                   > غاز & نفط
          وقف_النار AND غزة           > غزة & وقف_النار
          حفتر -صدام                  > حفتر -صدام
          حفتر NOT صدام               > حفتر -صدام
          حفتر ليس صدام               > حفتر -صدام
          حفتر −(صدام أو خالد)         > حفتر -(خالد | صدام)
          حفتر -(-صدام)               > حفتر & صدام
          (((حفتر))) -صدام            > حفتر -صدام
          # near
          قرب/5(حفتر، نفط)             > NEAR/5(حفتر, نفط)
          قرب/٥(نفط، حفتر)             > NEAR/5(حفتر, نفط)
          NEAR/10("وقف النار", غزة)    > NEAR/10("وقف النار", غزة)
          NEAR/3(وقف النار, غزة)       > NEAR/3(غزة, وقف_النار)
          NEAR/3(غزة, نفط أو غاز)      > NEAR/3((غاز | نفط), غزة)
          # prefix, exact, scopes
          انقلا*                      > انقلا*
          =RSF                        > =RSF
          ="Rapid Support"            > ="Rapid Support"
          =نفط -=RSF                  > =نفط -=RSF
          عنوان:حفتر                  > title:حفتر
          'Title: حفتر'               > title:حفتر
          title:(حفتر أو صدام)         > title:(حفتر | صدام)
          title:وقف_النار              > title:وقف_النار
          مصدر:الجزيرة حفتر            > source:"الجزيرة" حفتر
          source:"سكاي نيوز" حفتر      > source:"سكاي نيوز" حفتر
          source:(bbc.com أو الجزيرة)  > source:"bbc.com" | source:"الجزيرة"
          لغة:العربية حفتر             > lang:ar حفتر
          لغة:فرنسي حفتر               > lang:fr حفتر
          lang:EN حفتر                > lang:en حفتر
          بلد:ليبيا نفط                > country:ly نفط
          country:sd نفط              > country:sd نفط
          بلد:الولايات المتحدة نفط      > country:us نفط
          بلد:دولي نفط                 > country:int نفط
          جهة:saddam-haftar           > entity:saddam-haftar
          جهة:صدام حفتر نفط            > entity:saddam-haftar نفط
          entity:"Saddam Haftar"      > entity:saddam-haftar
          """)
  void itIsReadAs(String typed, String canonical) {
    assertThat(canonical(typed)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          ''                        > EMPTY                 > 0  > هدنة
          !!!                       > NO_LETTERS            > 0  > هدنة
          حفتر "!"                  > NO_LETTERS            > 5  > حفتر
          -غزة                      > ONLY_EXCLUSIONS       > 0  > غزة
          -غزة -نفط                 > ONLY_EXCLUSIONS       > 0  > غزة -نفط
          نفط أو -غزة               > ONLY_EXCLUSIONS       > 7  > نفط أو غزة
          (نفط أو -غزة)             > ONLY_EXCLUSIONS       > 8  > (نفط أو غزة)
          حفتر "وقف النار           > UNCLOSED_QUOTE        > 5  > حفتر "وقف النار"
          حفتر (نفط أو غاز          > UNCLOSED_BRACKET      > 5  > حفتر (نفط أو غاز)
          حفتر) نفط                 > UNEXPECTED_BRACKET    > 4  > حفتر نفط
          نفط أو                    > OPERATOR_WITHOUT_TERM > 4  > نفط
          أو نفط                    > OPERATOR_WITHOUT_TERM > 0  > نفط
          نفط أو أو غاز             > OPERATOR_WITHOUT_TERM > 4  > نفط  أو غاز
          نفط AND                   > OPERATOR_WITHOUT_TERM > 4  > نفط
          حفتر NOT                  > OPERATOR_WITHOUT_TERM > 5  > حفتر
          حفتر ()                   > OPERATOR_WITHOUT_TERM > 5  > حفتر
          عنوان:                    > OPERATOR_WITHOUT_TERM > 0  > هدنة
          مصدر:الجزيرة أو عنوان:     > OPERATOR_WITHOUT_TERM > 16 > مصدر:الجزيرة
          جهة:فلان نفط              > UNKNOWN_ENTITY        > 4  > فلان نفط
          لغة:مريخي نفط             > UNKNOWN_LANGUAGE      > 4  > لغة:ar نفط
          بلد:المريخ نفط            > UNKNOWN_COUNTRY       > 4  > بلد:ly نفط
          نفط*                      > PREFIX_TOO_SHORT      > 0  > نفط
          انق*لاب نفط               > MISPLACED_STAR        > 0  > انقلاب نفط
          قرب/11(نفط، غاز)          > NEAR_DISTANCE         > 0  > قرب/10(نفط، غاز)
          قرب/0(نفط، غاز)           > NEAR_DISTANCE         > 0  > قرب/5(نفط، غاز)
          NEAR/x(نفط, غاز)          > NEAR_DISTANCE         > 0  > NEAR/5(نفط, غاز)
          قرب/3 نفط غاز             > NEAR_PARTS            > 0  > قرب/3(نفط, غاز)
          قرب/3(نفط)                > NEAR_PARTS            > 0  > (نفط)
          قرب/3(نفط، -غاز)          > NEAR_PARTS            > 0  > (نفط، -غاز)
          قرب/3(نفط، غاز، ذهب، قمح، ماء، ملح) > NEAR_PARTS > 29 > قرب/3(نفط، غاز، ذهب، قمح، ماء)
          NEAR/3(a, b, c, d, e, f OR g, h) x > NEAR_PARTS > 20 > NEAR/3(a, b, c, d, e) x
          قرب/3(نفط، غاز، ذهب، قمح، ماء، (ملح > NEAR_PARTS > 29 > قرب/3(نفط، غاز، ذهب، قمح، ماء)
          ((((( نفط ))))) غاز       > TOO_DEEP              > 4  > ((((  نفط  )))) غاز
          """)
  void itIsRefused(String typed, Problem problem, int position, String example) {
    Parsed parsed = QueryParser.parse(typed, CATALOGUE);
    assertThat(parsed).isEqualTo(new Parsed.Refused(problem, position, example));
    canonical(example);
  }

  @Test
  void aNearOfMorePartsThanFiveCannotBeMade() {
    List<Query> five = Stream.of("نفط", "غاز", "ذهب", "قمح", "ماء").map(Query::keyword).toList();
    List<Query> six = Stream.concat(five.stream(), Stream.of(Query.keyword("ملح"))).toList();
    assertThat(new Query.Near(3, five).parts()).hasSize(QueryParser.MAX_NEAR_PARTS);
    assertThatThrownBy(() -> new Query.Near(3, six)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Query.Near(3, five.subList(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aQueryMayHaveSixtyTermsAndNoMore() {
    StringBuilder query = new StringBuilder("w1");
    for (int i = 2; i <= QueryParser.MAX_TERMS; i++) {
      query.append(" |w").append(i);
    }
    canonical(query.toString());
    Parsed parsed = QueryParser.parse(query + " |w61", CATALOGUE);
    assertThat(parsed)
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.TOO_MANY_TERMS);
              assertThat(refused.position()).isEqualTo(query.length() + 2);
              canonical(refused.example());
            });
  }

  @Test
  void aTypedQueryMayHaveFiveHundredCharactersAndNoMore() {
    String long500 = "حفتر ".repeat(100).strip() + "ا";
    assertThat(long500).hasSize(QueryParser.MAX_CHARS);
    assertThat(QueryParser.parseTyped(long500, CATALOGUE)).isInstanceOf(Parsed.Ok.class);
    assertThat(QueryParser.parseTyped(long500 + "ا", CATALOGUE))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.TOO_LONG);
              canonical(refused.example());
            });
  }

  @Test
  void whatIsTypedInFiveHundredCharactersMayBeLongerInCanonicalForm() {
    String typed =
        IntStream.range(0, QueryParser.MAX_TERMS)
            .mapToObj(i -> "مدينة" + i)
            .collect(Collectors.joining("|"));
    assertThat(QueryParser.parseTyped(typed, CATALOGUE))
        .isInstanceOfSatisfying(
            Parsed.Ok.class,
            ok -> {
              String stored = QueryParser.print(ok.query());
              assertThat(stored).hasSizeGreaterThan(QueryParser.MAX_CHARS);
              assertThat(QueryParser.parse(stored, CATALOGUE)).isEqualTo(ok);
            });
  }

  /** A name that two bear is two entities in brackets, which here are one level too deep. */
  @Test
  void whatCouldNotBeReadBackIsRefusedWithAnExample(@TempDir Path folder) throws IOException {
    Catalogue twins =
        Catalogue.read(
            Files.writeString(
                folder.resolve("entities.yaml"),
                """
                entities:
                  - {id: tahrir-cairo, group: place, names: {ar: ميدان التحرير}, aliases: [{is: [التحرير], country: egypt}]}
                  - {id: tahrir-sanaa, group: place, names: {ar: تحرير صنعاء}, aliases: [{is: [التحرير], country: yemen}]}
                """));
    String typed = "((((جهة:التحرير وقود | غاز) ليبيا | ذهب) قمح | ماء) ملح | فضة) هدنة";
    assertThat(QueryParser.parseTyped(typed, twins))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.TOO_LARGE);
              canonical(refused.example());
            });
  }

  @Test
  void fourBracketsMayStandInOneAnother() {
    assertThat(canonical("((((نفط أو غاز) ليبيا) أو ذهب) حفتر)"))
        .isEqualTo("((غاز | نفط) ليبيا | ذهب) حفتر");
  }

  @Test
  void anExclusionInsideAGroupIsFineBesideSomethingThatMustBe() {
    assertThat(canonical("حفتر (نفط أو -غاز)")).isEqualTo("حفتر (نفط | -غاز)");
  }

  @Test
  void invisibleMarksOfDirectionAreNotSeen() {
    assertThat(canonical("\u200fنفط \u200fأو\u200f \u2067غاز\u2069")).isEqualTo("غاز | نفط");
  }
}
