package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them. */
class TimesOfDayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | 08:00",
        "٢٠:٣٠ | 20:30",
        "من ١٠ مساءً إلى ٧ صباحًا | 22:00 07:00",
        "10 pm - 7 am | 22:00 07:00",
        "12 ظهرا | 12:00",
        "١ ظهرًا | 13:00",
        "12 صباحا | 00:00",
        "11 ليلا | 23:00",
        "12 ليلا حتى 5 فجرا | 00:00 05:00",
        "٨ص و ٦:٣٠م | 08:00 18:30",
        "من 10 مساء | 22:00",
        "8 من 9 | 08:00 09:00"
      })
  void halvesOfTheDayAreUnderstood(String typed, String times) {
    assertThat(TimesOfDay.written(TimesOfDay.read(typed))).isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13 مساء", "0 pm", "25", "8:99", "غدا 8", "8 مسافات", ""})
  void whatNoClockShowsIsNone(String typed) {
    assertThat(TimesOfDay.read(typed)).isEmpty();
  }
}
