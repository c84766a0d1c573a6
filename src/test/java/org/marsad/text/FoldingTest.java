package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.text.Token.Gap;

final class FoldingTest {
  static List<String[]> spellings() {
    return Samples.read("folding.txt");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void allSpellingsOfAWordAreOne(String why, String text, String words) {
    assertThat(words(Folding.fold(Samples.unescape(text)))).as(why).isEqualTo(words);
  }

  /** The words; a bar where a phrase ends. */
  private static String words(Folded folded) {
    return folded.tokens().stream()
        .map(token -> (token.gap() == Gap.BREAK ? "/ " : "") + token.form())
        .collect(Collectors.joining(" "))
        .replaceFirst("^/ ", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "زار صَدَّام حَفْتَرَ سبها|2|حَفْتَرَ",
        "زار حفتـــر سبها|1|حفتـــر",
        "قوات&nbsp;الدعم&nbsp;السريع|1|الدعم",
        "زار حف<b>تر</b> سبها|1|حف<b>تر",
        "قال <b>حفتر</b> أمس|1|حفتر",
        "قال &quot;ﺣﻔﺘﺮ&quot; أمس|1|ﺣﻔﺘﺮ",
        "قصف الدعـ م السـ ريع|1|الدعـ م",
        "قصف الدعـ م السـ ريع|2|السـ ريع",
        "قال عبدالفتاح أمس|1|عبد",
        "قال عبدالفتاح أمس|2|الفتاح",
        "met d’Haftar’s aide|1|Haftar",
        "from R.S.F. men|1|R.S.F",
        "the Élysée says|1|Élysée",
      })
  void aWordIsFoundAgainInTheTextAsPublished(String text, int word, String published) {
    Token token = Folding.fold(text).tokens().get(word);
    assertThat(text.substring(token.start(), token.end())).isEqualTo(published);
  }

  @Test
  void writtenKeepsLettersAndCase() {
    assertThat(Folding.fold("إلى عَلِيّ RSF Élysée حفتـر").tokens())
        .extracting(Token::written)
        .containsExactly("إلى", "علي", "RSF", "Élysée", "حفتر");
  }

  @Test
  void quotesGoThroughAPhraseAndStopsEndIt() {
    assertThat(Folding.fold("قوات «الدعم السريع». قال").tokens())
        .extracting(Token::gap)
        .containsExactly(Gap.BREAK, Gap.QUOTE, Gap.SPACE, Gap.BREAK);
  }

  @Test
  void aLongTextIsFoldedInLinearTime() {
    String text = "&<ـ ".repeat(200_000) + "ا" + "\u0653".repeat(200_000);
    assertThat(Folding.fold(text).tokens()).isNotEmpty();
  }

  @Provide
  Arbitrary<String> newsAndNoise() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(60);
    Arbitrary<String> bits =
        Arbitraries.of(
                "حفتر", "ال", "و", "ـ", " ", "«", "&amp;", "&#1581;", "<b>", "<p>", "d'", "’s",
                "R.", "عبدال", "\u064b", "\ufe77", "\ufdfa", "\u200f", "٣", ".", "-", "ئو", "على",
                "\ud83d", "𐐀", "a", "É", "e\u0301", "*", "#", "_", "\n")
            .list()
            .ofMaxSize(30)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(any, bits);
  }

  @Property(tries = 5000)
  void offsetsNeverGoBackAndStayInTheText(@ForAll("newsAndNoise") String text) {
    int start = 0;
    int end = 0;
    for (Token token : Folding.fold(text).tokens()) {
      assertThat(token.start()).isGreaterThanOrEqualTo(start);
      assertThat(token.end()).isGreaterThan(token.start()).isGreaterThanOrEqualTo(end);
      assertThat(token.form()).isNotEmpty();
      start = token.start();
      end = token.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Property(tries = 5000)
  void foldingAFoldedWordChangesNothing(@ForAll("newsAndNoise") String text) {
    for (Token token : Folding.fold(text).tokens()) {
      assertThat(Folding.fold(token.form()).tokens())
          .extracting(Token::form)
          .containsExactly(token.form());
    }
  }
}
