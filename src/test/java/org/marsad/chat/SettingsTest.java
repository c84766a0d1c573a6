package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.Language;

class SettingsTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private ZoneId zone() {
    return salem.chat().orElseThrow().zone();
  }

  @Test
  void theyAreShownWithTheTimeInTheChatsZone() {
    assertThat(salem.types("الإعدادات").reads())
        .contains("العربية")
        .contains("طرابلس")
        .contains("14:00");
  }

  @Test
  void theLanguageChangesAtATapAndWithItEverythingSaid() {
    salem.types("/settings").presses("English");

    assertThat(salem.chat().orElseThrow().language()).isEqualTo(Language.EN);
    assertThat(salem.replaced()).isTrue();
    assertThat(salem.reads()).contains("Language: English").contains("Tripoli");
    assertThat(salem.types("/watches").reads()).contains("empty");
    salem.types("/settings").presses("العربية");
    assertThat(salem.reads()).contains("اللغة: العربية");
  }

  @Test
  void theZoneIsChosenByAButton() {
    salem.types("/settings").presses("المنطقة الزمنية").presses("القاهرة");

    assertThat(zone()).isEqualTo(ZoneId.of("Africa/Cairo"));
    assertThat(salem.reads()).contains("القاهرة").contains("14:00");
  }

  @ParameterizedTest
  @CsvSource({
    "القاهرة, Africa/Cairo",
    "القاهره, Africa/Cairo",
    "cairo, Africa/Cairo",
    "africa/cairo, Africa/Cairo",
    "مصر, Africa/Cairo",
    "Sudan, Africa/Khartoum",
    "السودان, Africa/Khartoum",
    "الرياض, Asia/Riyadh",
    "إسطنبول, Europe/Istanbul",
    "اسطنبول, Europe/Istanbul",
    "new york, America/New_York",
    "+3, UTC+03:00",
    "utc+3, UTC+03:00",
    "GMT +٣, UTC+03:00",
    "-5:30, UTC-05:30"
  })
  void theZoneIsTypedAsPeopleNameIt(String typed, String zone) {
    salem.types("/settings").presses("المنطقة الزمنية").types(typed);

    assertThat(zone()).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void aCountryWithSeveralZonesAsksForTheCity() {
    salem.types("/settings").presses("المنطقة الزمنية").types("فلسطين");
    salem.types("الولايات المتحدة");

    assertThat(salem.reads()).contains("مدينة");
    assertThat(salem.labels()).hasSizeGreaterThan(3);
  }

  @Test
  void aPlaceNobodyKnowsIsSaidToBeSoAndTheQuestionStaysOpen() {
    salem.types("/settings").presses("المنطقة الزمنية").types("مدينة الخيال");
    assertThat(salem.reads()).contains("مدينة الخيال").contains("القاهرة");

    salem.types("الخرطوم");
    assertThat(zone()).isEqualTo(ZoneId.of("Africa/Khartoum"));
  }

  @Test
  void anImpossibleOffsetIsNoZone() {
    assertThat(ZoneNames.find("+99")).isEmpty();
    assertThat(ZoneNames.find("")).isEmpty();
    assertThat(ZoneNames.find("!")).isEmpty();
  }
}
