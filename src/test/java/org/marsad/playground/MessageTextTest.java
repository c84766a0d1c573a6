package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a text on its way through the server. */
class MessageTextTest {
  private static FormattedText clean(String html) {
    return MessageText.clean(HtmlReader.read(html));
  }

  @Test
  void marksOfDirectionThatTelegramDeletesNeverArrive() {
    assertThat(clean("\u202bخبر\u202c\u2028 \u202dABC\u202e").text()).isEqualTo("خبر ABC");
    assertThat(clean("\u2067خبر\u2069 \u2066ABC\u2069").text())
        .isEqualTo("\u2067خبر\u2069 \u2066ABC\u2069");
  }

  @Test
  void ofARunOfMarksOnlyTheLastStays() {
    assertThat(clean("ا\u200f\u200f\u200eب").text()).isEqualTo("ا\u200c\u200c\u200eب");
    assertThat(clean("\u200fخبر").text()).isEqualTo("\u200fخبر");
  }

  @Test
  void controlCharactersBecomeSpacesAndSomeGo() {
    assertThat(clean("a\tb\u0007c\r\nd").text()).isEqualTo("a b c\nd");
    assertThat(clean("a\u0333b\u033fc\u030ad").text()).isEqualTo("abcd");
  }

  @Test
  void theEndsAreTrimmedAndEntitiesMoveAlong() {
    FormattedText text = clean("\n  \u202bعاجل: <b>خبر  </b>\u202c \n");
    assertThat(text.text()).isEqualTo("عاجل: خبر");
    assertThat(text.entities()).containsExactly(MessageEntity.plain("bold", 6, 3));
  }

  @Test
  void blanksAtTheBeginningOfAnEntityStay() {
    FormattedText text = clean(" <b> عاجل</b><i> \n </i>");
    assertThat(text.text()).isEqualTo(" عاجل");
    assertThat(text.entities()).containsExactly(MessageEntity.plain("bold", 0, 5));
  }

  @Test
  void styleInCodeAndQuotesInQuotesAreDropped() {
    assertThat(types("<code>a<b>b</b></code>")).containsExactly("code");
    assertThat(types("<a href='https://e.com'><code>a</code> <b>b</b></a>"))
        .containsExactly("text_link", "bold");
    assertThat(types("<blockquote>a<blockquote>b</blockquote></blockquote>"))
        .containsExactly("blockquote");
    assertThat(types("<blockquote><a href='https://e.com'><b>b</b></a></blockquote>"))
        .containsExactly("blockquote", "text_link", "bold");
  }

  private static List<String> types(String html) {
    return clean(html).entities().stream().map(MessageEntity::type).toList();
  }

  @Test
  void nothingIsFoundInsideCodeAndLinks() {
    FormattedText text =
        clean("#عاجل <code>#رمز</code> <a href=\"https://e.com\">example.com</a> https://e.com/x");
    assertThat(text.entities().stream().map(MessageEntity::type))
        .containsExactly("hashtag", "code", "text_link", "url");
  }
}
