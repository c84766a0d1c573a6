package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedDateTest {
  private static final ZoneId TRIPOLI = ZoneId.of("Africa/Tripoli");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 12 Jan 2026 10:00:00 +0200|2026-01-12T08:00:00Z",
        "Mon, 12 Jan 2026 10:00:00 GMT|2026-01-12T10:00:00Z",
        "Mon, 12 Jan 26 10:00 EST|2026-01-12T15:00:00Z",
        "12 January 2026 10:00:00 +02:00|2026-01-12T08:00:00Z",
        "Mon,12 Jan 2026 10:00:00 GMT+3|2026-01-12T07:00:00Z",
        "Jan 12, 2026 10:00 PM UTC|2026-01-12T22:00:00Z",
        "Monday, 12 Sept 2025 7:05:09 Z|2025-09-12T07:05:09Z",
        "Mon, 12 Jan 2026 24:00:00 GMT|2026-01-13T00:00:00Z",
        "Mon, 12 Jan 2026 30:15:00 GMT|2026-01-13T06:15:00Z",
        "2026-01-12T10:61:30Z|2026-01-12T11:01:30Z",
        "2026-13-01T10:00:00Z|2027-01-01T10:00:00Z",
        "2026-01-32T10:00:00Z|2026-02-01T10:00:00Z",
        "Mon, 12 Jan 2026|2026-01-11T22:00:00Z",
        "2026-01-12T10:00:00Z|2026-01-12T10:00:00Z",
        "2026-01-12T10:00:00.123+02:00|2026-01-12T08:00:00Z",
        "2026-01-12T10:00:00-0500|2026-01-12T15:00:00Z",
        "2026-01-12 10:00:00|2026-01-12T08:00:00Z",
        "2026-01-12T10:00+03|2026-01-12T07:00:00Z",
        "2026-01-12|2026-01-11T22:00:00Z",
        "20260112T100000Z|2026-01-12T10:00:00Z",
        "2026-01|2025-12-31T22:00:00Z",
        "الإثنين، 12 يناير 2026 10:00|2026-01-12T08:00:00Z",
        "الاثنين 12 كانون الثاني 2026 - 10:00|2026-01-12T08:00:00Z",
        "12 جانفي 2026 10:00|2026-01-12T08:00:00Z",
        "١٢ تشرين الأول ٢٠٢٥ ١٠:٠٠ م|2025-10-12T20:00:00Z",
        "12 غشت 2025 10:00 صباحا|2025-08-12T08:00:00Z",
        "3 شتنبر 2025|2025-09-02T22:00:00Z",
        "5 يوليوز 2025 12:30 ص|2025-07-04T22:30:00Z",
        "١٢/٠١/٢٠٢٦ ١١:٠٠ ص|2026-01-12T09:00:00Z",
        "12/01/2026 11:00|2026-01-12T09:00:00Z",
        "01/25/2026 11:00|2026-01-25T09:00:00Z",
        "2026/01/12 11:00|2026-01-12T09:00:00Z",
        "12 آذار 2026 10:00 بتوقيت غرينتش|2026-03-12T10:00:00Z"
      })
  void datesAsFeedsWriteThemAreRead(String text, Instant moment) {
    assertThat(FeedDate.parse(text, TRIPOLI)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "قبل ساعتين", "soon", "2026-13-45", "99:99", "32 Jan 2026"})
  void whatIsNoDateIsNull(String text) {
    assertThat(FeedDate.parse(text, TRIPOLI)).isNull();
  }

  @Test
  void theGivenZoneHoldsOnlyWhereNoneIsNamed() {
    assertThat(FeedDate.parse("2026-07-01 10:00", ZoneId.of("Asia/Kathmandu")))
        .isEqualTo(Instant.parse("2026-07-01T04:15:00Z"));
    assertThat(FeedDate.parse("2026-07-01 10:00 Africa/Cairo", ZoneId.of("Asia/Kathmandu")))
        .isEqualTo(Instant.parse("2026-07-01T07:00:00Z"));
  }

  @Property(tries = 500)
  void noTextMakesItThrow(@ForAll String text) {
    FeedDate.parse(text, TRIPOLI);
    FeedDate.parse("12 Jan 2026 " + text, TRIPOLI);
  }
}
