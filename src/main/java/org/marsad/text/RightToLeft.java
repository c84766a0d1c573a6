package org.marsad.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.marsad.text.Direction.Kind;

/**
 * Makes every line of an Arabic message run from right to left in every client: Latin words and
 * numbers are isolated, and a line without a letter that runs to the left gets an invisible one
 * (U+200F) at its start. What stands in isolates already is left alone. Pure functions.
 */
public final class RightToLeft {
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';
  private static final String BEFORE_A_WORD = "#@$€£+-−/~";
  private static final String BEHIND_A_NUMBER = "%٪‰°+";
  private static final String INSIDE_A_NUMBER = ".,:/-–٫٬'";
  private static final int FIRST_PICTURE = 0x2190;
  private static final String OPENING = "([{«“\"";
  private static final String CLOSING = ")]}»”\"";

  private final String html;
  private final List<Sign> signs;

  /** One visible sign of the line, and where it is written in the markup. */
  private record Sign(int start, int end, int codePoint, Kind kind, boolean breaks) {
    boolean isForeign() {
      return kind == Kind.LEFT || kind == Kind.DIGIT;
    }
  }

  /** Signs to be put into one isolate: the first and the last. */
  private record Run(int first, int last) {}

  private RightToLeft(String html) {
    this.html = html;
    this.signs = read(html);
  }

  /** The message with every line settled; doing it twice changes nothing. */
  public static String lines(String html) {
    return Arrays.stream(html.split("\n", -1))
        .map(line -> new RightToLeft(line).settled())
        .collect(Collectors.joining("\n"));
  }

  private String settled() {
    StringBuilder settled = new StringBuilder(html);
    List<Run> runs = runs();
    for (int i = runs.size() - 1; i >= 0; i--) {
      settled.insert(signs.get(runs.get(i).last()).end(), Direction.POP_ISOLATE);
      settled.insert(signs.get(runs.get(i).first()).start(), Direction.LEFT_TO_RIGHT_ISOLATE);
    }
    boolean needsMark =
        !hasRight() && signs.stream().anyMatch(sign -> !Character.isWhitespace(sign.codePoint()));
    return needsMark ? RIGHT_TO_LEFT_MARK + settled.toString() : settled.toString();
  }

  private boolean hasRight() {
    return signs.stream().anyMatch(sign -> sign.kind() == Kind.RIGHT);
  }

  /** Latin stretches whole, with the numbers and punctuation inside them; other numbers singly. */
  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < signs.size()) {
      if (!signs.get(i).isForeign()) {
        i++;
        continue;
      }
      int last = i;
      boolean letters = false;
      int next = i;
      for (; next < signs.size() && continues(signs.get(next)); next++) {
        last = signs.get(next).isForeign() ? next : last;
        letters |= signs.get(next).kind() == Kind.LEFT;
      }
      if (letters) {
        add(runs, i, last);
      } else {
        addNumbers(runs, i, last);
      }
      i = next;
    }
    return runs;
  }

  private static boolean continues(Sign sign) {
    return sign.kind() != Kind.RIGHT && !sign.breaks();
  }

  private void addNumbers(List<Run> runs, int first, int last) {
    int start = first;
    for (int i = first; i <= last; i++) {
      if (signs.get(i).isForeign()) {
        continue;
      }
      boolean inside =
          is(INSIDE_A_NUMBER, i) && signs.get(i - 1).isForeign() && signs.get(i + 1).isForeign();
      if (!inside) {
        if (signs.get(i - 1).isForeign()) {
          add(runs, start, i - 1);
        }
        start = i + 1;
      }
    }
    add(runs, start, last);
  }

  /** Adds a run with what belongs to it: a slash or sign before it, a percent sign or bracket. */
  private void add(List<Run> runs, int from, int to) {
    int floor = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).last() + 1;
    int first = from;
    int last = to;
    boolean wordBefore = first > 1 && signs.get(first - 2).kind() == Kind.RIGHT;
    if (first > floor && is(BEFORE_A_WORD, first - 1) && !wordBefore) {
      first--;
    }
    while (isMark(last + 1) || is(BEHIND_A_NUMBER, last + 1) || closesWithin(first, last)) {
      last++;
    }
    if (!hasRight()) {
      for (; first > floor && belongs(first - 1); first--) {}
      for (; belongs(last + 1); last++) {}
    }
    runs.add(new Run(first, last));
  }

  private boolean isMark(int index) {
    return index < signs.size()
        && UCharacter.getDirection(signs.get(index).codePoint())
            == UCharacterDirection.DIR_NON_SPACING_MARK;
  }

  private boolean belongs(int index) {
    return index >= 0
        && index < signs.size()
        && !signs.get(index).breaks()
        && signs.get(index).kind() == Kind.NEUTRAL
        && !Character.isWhitespace(signs.get(index).codePoint());
  }

  /** Whether the sign behind the run closes a bracket or quote that opens inside it. */
  private boolean closesWithin(int first, int last) {
    if (!is(CLOSING, last + 1)) {
      return false;
    }
    int closing = signs.get(last + 1).codePoint();
    int opening = OPENING.codePointAt(CLOSING.indexOf(closing));
    int open = 0;
    for (int i = first; i <= last; i++) {
      int here = signs.get(i).codePoint();
      if (here == opening && (opening != closing || open == 0)) {
        open++;
      } else if (here == closing) {
        open--;
      }
    }
    return open > 0;
  }

  private boolean is(String set, int index) {
    return index >= 0
        && index < signs.size()
        && !signs.get(index).breaks()
        && set.indexOf(signs.get(index).codePoint()) >= 0;
  }

  private static List<Sign> read(String html) {
    List<Sign> signs = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < html.length(); ) {
      int codePoint = html.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (codePoint == '<') {
        i = Html.end(html, i);
        continue;
      }
      if (codePoint == '&') {
        end = Html.end(html, i);
        codePoint = Html.plain(html.substring(i, end)).codePointAt(0);
      }
      boolean opens =
          codePoint >= Direction.LEFT_TO_RIGHT_ISOLATE
              && codePoint <= Direction.FIRST_STRONG_ISOLATE;
      depth += opens ? 1 : 0;
      signs.add(sign(i, end, codePoint, depth > 0));
      depth -= codePoint == Direction.POP_ISOLATE && depth > 0 ? 1 : 0;
      i = end;
    }
    return signs;
  }

  private static Sign sign(int start, int end, int codePoint, boolean isolated) {
    Kind kind = isolated ? Kind.NEUTRAL : Direction.kind(codePoint);
    boolean picture =
        kind == Kind.NEUTRAL
            && codePoint >= FIRST_PICTURE
            && Character.getType(codePoint) == Character.OTHER_SYMBOL;
    boolean breaks = isolated || picture || codePoint == '·';
    return new Sign(start, end, codePoint, kind, breaks);
  }
}
