package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightToLeftTest {
  private static final String ALPHABET = "ابتح قaZ1٣ .,:/-()[]\"«»%+$#&<>·🔔é\u0301\u0651'…\n";

  /** What stands in brackets here is isolated. */
  private static String shown(String text) {
    return RightToLeft.lines(Html.escape(text))
        .replace('\u2066', '[')
        .replace('\u2069', ']')
        .replace("\u200F", "~");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RSF تقصف الفاشر                | [RSF] تقصف الفاشر
          مقتل 3 في غارة                 | مقتل [3] في غارة
          نقلت Reuters, CNN عنه          | نقلت [Reuters, CNN] عنه
          قوات (RSF) تتقدم               | قوات ([RSF]) تتقدم
          بيان Haftar (LNA) أمس          | بيان [Haftar (LNA)] أمس
          بين 2024-2025 وحدها            | بين [2024-2025] وحدها
          في 3, 5 مواقع                  | في [3], [5] مواقع
          ارتفع 2.5% اليوم               | ارتفع [2.5%] اليوم
          بسعر $70 للبرميل               | بسعر [$70] للبرميل
          أرسل /watch نفط                | أرسل [/watch] نفط
          ذخيرة F-16 الأميركية           | ذخيرة [F-16] الأميركية
          قناة France 24 قالت            | قناة [France 24] قالت
          بلا لاتيني                     | بلا لاتيني
          ٣ قتلى                         | [٣] قتلى
          Haftar visits Rome.            | ~[Haftar visits Rome.]
          (12) ليبيا                     | ([12]) ليبيا
          …                              | ~…
          مساءً 5                        | مساءً [5]
          """)
  void latinAndNumbersAreIsolated(String text, String expected) {
    assertThat(shown(text)).isEqualTo(expected);
  }

  @Test
  void tagsAndReferencesAreNoLetters() {
    assertThat(
            RightToLeft.lines(
                "<b>خبر</b> عن <a href=\"https://a.example/1\">النفط &amp; الغاز</a>"))
        .isEqualTo("<b>خبر</b> عن <a href=\"https://a.example/1\">النفط &amp; الغاز</a>");
  }

  @Test
  void aLineOfOtherSignsIsSetFromTheRightToo() {
    assertThat(RightToLeft.lines("🔔 RSF\n\nخبر")).isEqualTo("\u200F🔔 \u2066RSF\u2069\n\nخبر");
  }

  @Test
  void aReaderSeesTheCommandAndTheRangeAsTheyAreWritten() {
    assertThat(Running.seen(RightToLeft.lines("أرسل /watch بين 2024-2025")))
        .contains("/watch")
        .contains("2024-2025");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofMaxLength(40);
  }

  @Property
  void nothingLatinIsLeftBareAndNothingElseChanges(@ForAll("texts") String raw) {
    String text = raw.replaceAll("[\\uD800-\\uDFFF]", "");
    String settled = Html.plain(RightToLeft.lines(Html.escape(text)));

    assertThat(Running.hasBareLatinOrDigit(settled)).isFalse();
    assertThat(Running.balanced(settled)).isTrue();
    assertThat(settled.lines().filter(line -> !line.isBlank())).allMatch(Running::rightToLeft);
    assertThat(settled.replaceAll("[\\u2066\\u2069\\u200F]", "")).isEqualTo(text);
  }

  @Property
  void settlingTwiceChangesNothing(@ForAll("texts") String text) {
    String once = RightToLeft.lines(Html.escape(text));

    assertThat(RightToLeft.lines(once)).isEqualTo(once);
  }
}
