package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
  private static Said.Command command(String text) {
    assertThat(CommandParser.parse(text)).as(text).isInstanceOf(Said.Command.class);
    return (Said.Command) CommandParser.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /start               | START    |
          /start abc_123       | START    | abc_123
          /watch نفط           | WATCH    | نفط
          /WATCH  Oil OR Gas   | WATCH    | Oil OR Gas
          /watch@marsad_bot x  | WATCH    | x
          /stop                | STOP     |
          /pause               | STOP     |
          /resume              | RESUME   |
          /unwatch ٢           | UNWATCH  | ٢
          /test  "وقف النار"   | TEST     | "وقف النار"
          /forget              | FORGET   |
          راقب صدام حفتر       | WATCH    | صدام حفتر
          تابع (نفط أو غاز)    | WATCH    | (نفط أو غاز)
          تَابِع نفط           | WATCH    | نفط
          راقب: نفط            | WATCH    | نفط
          راقب                 | WATCH    |
          /search oil OR gas   | SEARCH   | oil OR gas
          ابحث عن نفط أو غاز   | SEARCH   | نفط أو غاز
          ابحث نفط             | SEARCH   | نفط
          ابحث عن              | SEARCH   |
          ابحث عنابة           | SEARCH   | عنابة
          اضف مصدر a.example   | ADDSOURCE | a.example
          أضف مصدرًا: a.example | ADDSOURCE | a.example
          أضف المصدر           | ADDSOURCE |
          احذف 3               | UNWATCH  | 3
          إحذف نفط             | UNWATCH  | نفط
          جرّب هدنة            | TEST     | هدنة
          جرب هدنة             | TEST     | هدنة
          قائمتي               | WATCHES  |
          قائمتى               | WATCHES  |
          الجهات               | ENTITIES |
          المصادر              | SOURCES  |
          الاعدادات            | SETTINGS |
          أوقف                 | STOP     |
          اوقف                 | STOP     |
          إستأنف               | RESUME   |
          استئنف               | -        |
          انسني                | FORGET   |
          مساعدة               | HELP     |
          مساعده؟              | HELP     |
          ابدأ                 | START    |
          ابدا                 | START    |
          /راقب نفط            | WATCH    | نفط
          """)
  void commandsAreKnownInEverySpelling(String text, String verb, String argument) {
    if (verb.equals("-")) {
      assertThat(CommandParser.parse(text)).isInstanceOf(Said.Plain.class);
      return;
    }
    assertThat(command(text).verb().name()).isEqualTo(verb);
    assertThat(command(text).text()).isEqualTo(argument == null ? "" : argument);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "تابعت الأخبار",
        "متابعة",
        "جربت الدواء",
        "المصادر تؤكد الخبر",
        "أوقف الجيش تقدمه",
        "مساعدة إنسانية تصل غزة",
        "«تابع» كلمة",
        "watch oil",
        ""
      })
  void aTextThatOnlyLooksLikeACommandIsNone(String text) {
    assertThat(CommandParser.parse(text)).isEqualTo(new Said.Plain(text));
  }

  @Test
  void theTextIsKeptAsTypedButForInvisibleDirectionMarks() {
    assertThat(command("\u2067/watch\u2069 نِفْط  =RSF").text()).isEqualTo("نِفْط  =RSF");
    assertThat(command("\u200Fراقب \u2066RSF\u2069").text()).isEqualTo("RSF");
  }

  @ParameterizedTest
  @CsvSource({
    "/wacth, WATCH",
    "/watchs, WATCH",
    "/Setings, SETTINGS",
    "/hlep, HELP",
    "/forgett, FORGET",
    "/calendar, -",
    "/xx, -"
  })
  void aSlipFindsTheNearestCommand(String text, String nearest) {
    Said said = CommandParser.parse(text);

    assertThat(said)
        .isEqualTo(
            new Said.Mistyped(
                text, nearest.equals("-") ? Optional.empty() : Optional.of(Verb.valueOf(nearest))));
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void everyCommandHasALatinNameTelegramTakesAndAnArabicWord(Verb verb) {
    assertThat(verb.names()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9_]{1,32}"));
    assertThat(verb.words())
        .isNotEmpty()
        .allSatisfy(word -> assertThat(command(word).verb()).isEqualTo(verb));
  }
}
