package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ProcliticsTest {
  static List<String[]> words() {
    return Samples.read("proclitics.txt");
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyReadingGrammarAllowsIsGiven(String word, String readings) {
    assertThat(readings(word).stream().map(ProcliticsTest::print).collect(Collectors.joining(" ")))
        .isEqualTo(readings);
  }

  private static List<Reading> readings(String word) {
    return Proclitics.of(Folding.fold(word).tokens().get(0));
  }

  private static String print(Reading reading) {
    String before = reading.proclitics().isEmpty() ? "" : reading.proclitics() + "+";
    return before + reading.base();
  }

  @Property
  void anyWordCanBeRead(
      @ForAll
          @Chars({'و', 'ف', 'ب', 'ك', 'ل', 'س', 'ا', 'أ', 'ن', 'ى', 'x'})
          @StringLength(min = 1, max = 8)
          String word) {
    for (Token token : Folding.fold(word).tokens()) {
      assertThat(Proclitics.of(token))
          .doesNotHaveDuplicates()
          .allSatisfy(reading -> assertThat(reading.base()).isNotEmpty())
          .first()
          .extracting(Reading::base)
          .isEqualTo(token.form());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "أبو ظبي,ابو ظبي|ابي ظبي|ابا ظبي|ابوظبي|ابيظبي|اباظبي",
    "كرم أبو سالم,كرم ابو سالم|كرم ابي سالم|كرم ابا سالم|كرم ابوسالم|كرم ابيسالم|كرم اباسالم",
    "أبوالغيط,ابوالغيط|ابو الغيط|ابي الغيط|ابا الغيط",
    "محمد بن سلمان,محمد بن سلمان|محمد ابن سلمان",
    "آبي أحمد,ابي احمد",
    "أبواب,ابواب",
    "أبي,ابي",
    "قوات الدعم,قوات الدعم",
  })
  void compoundNamesHaveAllTheirSpellings(String phrase, String variants) {
    assertThat(
            Variants.of(Folding.fold(phrase)).stream()
                .map(forms -> String.join(" ", forms))
                .collect(Collectors.joining("|")))
        .isEqualTo(variants);
  }
}
