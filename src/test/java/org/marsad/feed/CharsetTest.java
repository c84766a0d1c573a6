package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CharsetTest {
  private static final String ARABIC =
      "<?xml version='1.0'?><rss><channel><title>اجتماع الوزراء في طرابلس يبحث أزمة الوقود</title>";
  private static final Charset CP1256 = Charset.forName("windows-1256");

  @ParameterizedTest
  @CsvSource({
    "UTF-8,,UTF-8",
    "windows-1256,,windows-1256",
    "windows-1256,text/xml; charset=utf-8,windows-1256",
    "windows-1256,text/xml; charset=iso-8859-1,windows-1256",
    "windows-1256,text/xml; charset=windows-1256,windows-1256",
    "UTF-8,text/xml; charset=windows-1256,UTF-8",
    "UTF-8,text/xml; charset=iso-8859-1,UTF-8",
    "ISO-8859-6,text/xml; charset=\"ISO-8859-6\",ISO-8859-6",
    "UTF-16BE,,UTF-16BE",
    "UTF-16LE,,UTF-16LE",
    "UTF-32LE,,UTF-32LE",
    "UTF-8,text/xml; charset=no-such-charset,UTF-8",
    "UTF-8,text/xml; charset=%%%,UTF-8"
  })
  void arabicIsReadRightWhateverIsDeclared(String written, @Nullable String type, String found) {
    Decoded decoded = Charsets.decode(ARABIC.getBytes(Charset.forName(written)), type);
    assertThat(decoded.text()).isEqualTo(ARABIC);
    assertThat(decoded.charset()).isEqualTo(found);
  }

  @Test
  void theXmlDeclarationIsBelievedWhereTheServerIsSilent() {
    String text = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Привет, мир</a>";
    assertThat(Charsets.decode(text.getBytes(Charset.forName("windows-1251")), null).text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE"})
  void aByteOrderMarkDecidesAndIsRemoved(String charset) {
    byte[] bytes = ("\ufeff" + ARABIC).getBytes(Charset.forName(charset));
    assertThat(Charsets.decode(bytes, "text/xml; charset=windows-1256").text()).isEqualTo(ARABIC);
  }

  @Test
  void frenchInLatinOneIsNotTakenForArabic() {
    String text = "<a>L'armée à Tripoli: été, forêt, déjà, reçu, où, naïve, Noël</a>";
    byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
    assertThat(Charsets.decode(bytes, null).text()).isEqualTo(text);
    assertThat(Charsets.decode(bytes, "text/xml; charset=iso-8859-1").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"windows-1251,Привет мир как дела сегодня в Москве", "ISO-8859-7,Καλημέρα κόσμε"})
  void otherAlphabetsDoNotMakeArabic(String charset, String text) {
    assertThat(ArabicLetters.make(new String(text.getBytes(Charset.forName(charset)), CP1256)))
        .isFalse();
  }

  @Test
  void utf8CutInTheMiddleOfACharacterStaysUtf8() {
    byte[] whole = ARABIC.getBytes(UTF_8);
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.write(whole, 0, new String(whole, UTF_8).indexOf("أزمة") + 40);
    String read = Charsets.decode(cut.toByteArray(), "text/xml; charset=utf-8").text();
    assertThat(read).startsWith(ARABIC.substring(0, 50));
  }

  @Test
  void utf8ReadAs1256AndWrittenAgainIsUndone() {
    String mangled = new String("قوات الدعم السريع".getBytes(UTF_8), CP1256);
    assertThat(Mojibake.undo(mangled)).isEqualTo("قوات الدعم السريع");
    assertThat(Mojibake.undo("قوات الدعم السريع")).isEqualTo("قوات الدعم السريع");
    assertThat(Mojibake.undo("Ça déjà vu")).isEqualTo("Ça déjà vu");
  }
}
