package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkedTest {
  private static Marked marked(String raw, String part) {
    BitSet marks = new BitSet();
    marks.set(raw.indexOf(part), raw.indexOf(part) + part.length());
    return Marked.of(raw, marks);
  }

  @Test
  void markupOfAFeedIsShownAsText() {
    assertThat(marked("<b>نفط</b> & \"غاز\"", "نفط").html("u"))
        .isEqualTo("&lt;b&gt;<u>نفط</u>&lt;/b&gt; &amp; &quot;غاز&quot;");
  }

  @Test
  void overridesAndControlsAreGone() {
    assertThat(Marked.line("خبر\u202E مقلوب\u2066\u2069\u200F\u0007\u00AD سليم\u2028هنا"))
        .isEqualTo("خبر مقلوب سليم هنا");
  }

  @Test
  void joinersOfPersianAndEmojiStay() {
    assertThat(Marked.line("می\u200Cخواهم 👨\u200D👩\u200D👧"))
        .isEqualTo("می\u200Cخواهم 👨\u200D👩\u200D👧");
  }

  @Test
  void halfAPairIsLeftOut() {
    assertThat(Marked.line("خبر \uD83D عاجل \uDE00")).isEqualTo("خبر عاجل");
  }

  @Test
  void marksFollowTheirWordsThroughCleaning() {
    assertThat(marked("  أعلن\u202B  حفـ\u200Fـتر\n أمس", "حفـ\u200Fـتر").html("b"))
        .isEqualTo("أعلن <b>حفــتر</b> أمس");
  }

  @Test
  void aMarkedPhraseIsOneMark() {
    assertThat(marked("عن وقف   إطلاق النار", "وقف   إطلاق").html("b"))
        .isEqualTo("عن <b>وقف إطلاق</b> النار");
  }

  @Test
  void aCutEndsOnAWord() {
    assertThat(Cut.atWord("أعلنت القوات المسلحة", 15)).isEqualTo("أعلنت القوات…");
    assertThat(Cut.atWord("أعلنت القوات", 12)).isEqualTo("أعلنت القوات");
  }

  @Test
  void noLetterIsPartedFromItsMarksNorAnEmojiFromItself() {
    assertThat(Cut.atWord("مُمُمُمُمُمُ", 6)).isEqualTo("مُمُ…");
    assertThat(Cut.atWord("👨\u200D👩\u200D👧👨\u200D👩\u200D👧", 8))
        .isEqualTo("👨\u200D👩\u200D👧…");
  }

  @Property
  void aCutIsNeverLongerThanAskedFor(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int max) {
    String cut = Cut.atWord(text, max);

    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(max);
  }

  @Property
  void whatIsShownIsWellFormed(@ForAll String raw) {
    String html = Marked.of(raw).html("b");

    assertThat(TelegramHtml.read(html)).isEqualTo(Marked.line(raw)).isEqualTo(Html.plain(html));
  }
}
