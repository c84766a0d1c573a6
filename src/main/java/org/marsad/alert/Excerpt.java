package org.marsad.alert;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.text.Marked;

/** The sentences of a text in which something is marked. Pure functions. */
final class Excerpt {
  private static final ULocale ARABIC = new ULocale("ar");

  /** «د. حسن», "the U.S. envoy": a full stop behind a single letter ends no sentence. */
  private static final Pattern INITIAL =
      Pattern.compile("(?:^|[\\s.\\p{P}])\\p{L}\\.\\s*$", Pattern.DOTALL);

  private Excerpt() {}

  /** A stretch of the text, by offsets. */
  private record Range(int start, int end) {}

  /**
   * The sentences that hold marks, in order, or the text's beginning if none does.
   *
   * @return one line of markup of at most so many code points of text, the marks in bold
   */
  static String of(Marked text, int maxCodePoints) {
    if (text.nextMark(0) < 0) {
      return text.cut(maxCodePoints).html("b");
    }
    StringBuilder excerpt = new StringBuilder();
    int left = maxCodePoints;
    for (Range range : markedSentences(text)) {
      int start = nearMark(text, range, left);
      Marked part = text.part(start, range.end()).cut(left);
      excerpt.append(excerpt.isEmpty() ? "" : " ").append(start > 0 ? "…" : "");
      excerpt.append(part.html("b"));
      left -= part.text().codePointCount(0, part.text().length()) + 2;
      if (left < maxCodePoints / 4) {
        break;
      }
    }
    return excerpt.toString();
  }

  /** Sentences with a mark; neighbours are one range. */
  private static List<Range> markedSentences(Marked text) {
    List<Range> marked = new ArrayList<>();
    for (Range sentence : sentences(text.text())) {
      int mark = text.nextMark(sentence.start());
      if (mark < 0 || mark >= sentence.end()) {
        continue;
      }
      int last = marked.size() - 1;
      if (last >= 0 && text.text().substring(marked.get(last).end(), sentence.start()).isBlank()) {
        marked.set(last, new Range(marked.get(last).start(), sentence.end()));
      } else {
        marked.add(sentence);
      }
    }
    return marked;
  }

  private static List<Range> sentences(String text) {
    List<Range> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(ARABIC);
    breaks.setText(text);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      boolean whole = end == text.length() || !INITIAL.matcher(text.substring(start, end)).find();
      if (whole) {
        int last = start + text.substring(start, end).stripTrailing().length();
        sentences.add(new Range(start, last));
        start = end;
      }
    }
    return sentences;
  }

  /** Where to begin so that the first mark is well inside what fits. */
  private static int nearMark(Marked text, Range range, int maxCodePoints) {
    int mark = text.nextMark(range.start());
    if (text.text().codePointCount(range.start(), mark) <= maxCodePoints / 2) {
      return range.start();
    }
    int from = text.text().offsetByCodePoints(mark, -maxCodePoints / 3);
    int space = text.text().substring(from, mark).indexOf(' ');
    return space < 0 ? from : from + space + 1;
  }
}
