package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vectors do not reach, from the rules of the parser itself. */
class HtmlReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`<b `        | Empty attribute name in the tag \"b\" at byte offset 0",
        "<a href      | Unclosed start tag \"a\" at byte offset 0",
        "<a href=     | Unclosed start tag \"a\" at byte offset 0",
        "خبر <a href=x | Unclosed start tag at byte offset 7",
        "<b / >x</b>  | Empty attribute name in the tag \"b\" at byte offset 0",
        "<b>x</ b>    | Unclosed end tag at byte offset 4",
        "<b>خ<i>ب     | Can't find end tag corresponding to start tag \"i\"",
        "<tg-emoji emoji-id=\"0\">x</tg-emoji> | Invalid custom emoji identifier specified",
      })
  void brokenMarkupIsNamedWithItsPlaceInBytes(String html, String says) {
    assertThatThrownBy(() -> HtmlReader.read(html))
        .hasMessage("Bad Request: can't parse entities: " + says);
  }

  @Test
  void caseCountsInNamesOfAttributesOnly() {
    assertThat(HtmlReader.read("<A HREF=\"https://e.com\">example.com</A>").entities())
        .containsExactly(
            new MessageEntity("text_link", 0, 11, Map.of("url", "http://example.com/")));
  }

  @Test
  void spacesMayStandAroundTheEqualSign() {
    assertThat(HtmlReader.read("<a\nhref = 'https://e.com/?q=a b&amp;c'>x</a>").entities())
        .containsExactly(
            new MessageEntity("text_link", 0, 1, Map.of("url", "https://e.com/?q=a%20b&c")));
  }

  @Test
  void aLanguageBelongsToCodeThatFillsAPre() {
    assertThat(HtmlReader.read("<code class='language-x'><pre>a</pre></code>").entities())
        .containsExactly(new MessageEntity("pre", 0, 1, Map.of("language", "x")));
    assertThat(HtmlReader.read("<pre>a<code class='language-x'>b</code></pre>").entities())
        .containsExactly(MessageEntity.plain("pre", 0, 2), MessageEntity.plain("code", 1, 1));
  }

  @Test
  void numbersBeyondUnicodeStayAsTheyAre() {
    assertThat(HtmlReader.read("&#1114111; &#x110000; &#x1F600; &#99999999999;").text())
        .isEqualTo("&#1114111; &#x110000; \ud83d\ude00 &#99999999999;");
  }
}
