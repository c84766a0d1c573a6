package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;
import org.marsad.text.Language;

class TapTest {
  @Test
  void dataComeBackAsTheyWere() {
    Tap tap = Tap.of(Tap.Kind.ENTITY, "PERSON", 3, "=entity:saddam-haftar");

    assertThat(Tap.read(tap.data())).contains(tap);
    assertThat(tap.data()).isEqualTo("entity:PERSON:3:=entity:saddam-haftar");
  }

  @Test
  void dataTelegramWouldRefuseAreNeverMade() {
    assertThatThrownBy(() -> Tap.of(Tap.Kind.TRY, "ن".repeat(40)).data())
        .isInstanceOf(IllegalStateException.class);
  }

  @Property(tries = 100)
  void whateverATextIsItsButtonFitsAndFindsIt(@ForAll String text) {
    try (Town town = new Town()) {
      Chat chat =
          town.chats.at(new Chat.Address(1, 0), Chat.Kind.PRIVATE, "", Language.AR, town.now());
      Incoming incoming =
          new Incoming(
              chat.address(), chat.kind(), "", 1, true, Language.AR, new Incoming.Text(""));
      Talk talk = new Talk(chat, incoming, town.now());
      Carried carried = new Carried(town.desk);
      String some = storable(text);

      Tap tap =
          Tap.read(carried.tap(talk, some, Tap.Kind.WORDS, Long.MAX_VALUE).data()).orElseThrow();

      assertThat(Tap.bytes(tap.data())).isLessThanOrEqualTo(Tap.MAX_BYTES);
      assertThat(carried.text(talk, tap.value(1))).contains(some);
    }
  }

  private static String storable(String text) {
    return text.substring(0, Math.min(500, text.length()))
        .replaceAll("[\\uD800-\\uDFFF\\u0000]", "");
  }
}
