package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingsTest {
  @ParameterizedTest
  @CsvSource({
    "حفتر,حفتر",
    "h[ae]ftar,haftar heftar",
    "kh?alid,khalid kalid",
    "fat+ah,fatah fattah",
    "(RSF|FSR),RSF FSR",
    "(al |el )?fasher,al_fasher el_fasher fasher",
    "b(u|ou)rhane?,burhane burhan bourhane bourhan",
  })
  void aCompactFormStandsForItsSpellings(String pattern, String spellings) {
    assertThat(Spellings.of(pattern).stream().map(spelling -> spelling.replace(' ', '_')))
        .containsExactlyInAnyOrder(spellings.split(" "));
  }
}
