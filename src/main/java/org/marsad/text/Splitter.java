package org.marsad.text;

import java.util.Set;
import org.marsad.text.Token.Gap;

/** Splits normalised text into words, letter by letter. One use. */
final class Splitter {
  /** French words that lose their vowel before another, as folded. */
  private static final Set<String> ELIDED =
      Set.of("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");

  /** Single letters before a tatweel that stand for themselves: proclitics, and ه of the Hijra. */
  private static final String ALONE = "وفبكلسه";

  private final CodePoints text;
  private final WordBuffer words;
  private Kind last = Kind.SPACE;
  private boolean dotted;

  private Splitter(CodePoints text) {
    this.text = text;
    this.words = new WordBuffer(text.size());
  }

  static WordBuffer split(CodePoints text) {
    Splitter splitter = new Splitter(text);
    for (int i = 0; i < text.size(); ) {
      i = splitter.next(i);
    }
    splitter.close(Gap.BREAK);
    return splitter.words;
  }

  /** Reads what stands at {@code i}; where to go on. */
  private int next(int i) {
    Kind kind = kind(i);
    return switch (kind) {
      case ARABIC, LETTER, DIGIT -> letter(i, kind);
      case MARK -> mark(i);
      case TATWEEL -> tatweel(i);
      case INVISIBLE -> i + 1;
      case APOSTROPHE -> apostrophe(i);
      case HYPHEN -> separate(i, besideBlank(i) ? Gap.BREAK : Gap.SPACE);
      case DOT -> dot(i);
      case COMMA -> separate(i, betweenDigits(i) ? Gap.SPACE : Gap.BREAK);
      case ASTERISK -> asterisk(i);
      case SPACE -> separate(i, Gap.SPACE);
      case QUOTE -> separate(i, Gap.QUOTE);
      case BREAK -> separate(i, Gap.BREAK);
    };
  }

  private Kind kind(int i) {
    return Kind.of(text.at(i));
  }

  private void close(Gap gap) {
    words.close(gap);
    dotted = false;
  }

  private int separate(int i, Gap gap) {
    close(gap);
    return i + 1;
  }

  private int letter(int i, Kind kind) {
    if (words.isOpen() && kind != last && (kind == Kind.ARABIC || last == Kind.ARABIC)) {
      close(Gap.SPACE);
    }
    int next = i;
    do {
      words.letter(text.at(next), text.start(next), text.end(next));
      next++;
    } while (kind(next) == kind);
    last = kind;
    return next;
  }

  private int mark(int i) {
    if (words.isOpen()) {
      words.stretch(text.end(i));
    }
    return i + 1;
  }

  /** Stretches a letter; beside a blank it hides a split word, with blanks on both sides a dash. */
  private int tatweel(int i) {
    if (!words.isOpen()) {
      boolean joins = kind(i + 1) == Kind.ARABIC && last == Kind.ARABIC && words.reopen();
      return joins ? i + 1 : separate(i, besideBlank(i) ? Gap.BREAK : Gap.SPACE);
    }
    words.stretch(text.end(i));
    boolean alone = words.openLength() == 1 && ALONE.indexOf(words.openLetter(0)) >= 0;
    int next = skip(i + 1);
    boolean hidden = next > i + 1 && kind(i + 1) == Kind.SPACE && kind(next) == Kind.ARABIC;
    return hidden && !alone ? next : i + 1;
  }

  /** Behind blanks and tatweel. */
  private int skip(int i) {
    int next = i;
    while (kind(next) == Kind.SPACE || kind(next) == Kind.TATWEEL) {
      next++;
    }
    return next;
  }

  private int apostrophe(int i) {
    boolean inside = words.isOpen() && last != Kind.ARABIC && kind(i + 1) == Kind.LETTER;
    if (!inside) {
      return separate(i, Gap.QUOTE);
    }
    if (ELIDED.contains(words.openForm())) {
      words.drop();
      return i + 1;
    }
    boolean possessive = (text.at(i + 1) | 0x20) == 's' && !kind(i + 2).inWord();
    if (possessive) {
      close(Gap.SPACE);
      return i + 2;
    }
    return i + 1;
  }

  /** Ends a phrase, but not inside a number, an acronym, or behind a single letter (د. محمد). */
  private int dot(int i) {
    boolean acronym = last == Kind.LETTER && (dotted || words.openLength() == 1);
    if (acronym && kind(i + 1) == Kind.LETTER && !kind(i + 2).inWord()) {
      dotted = true;
      return i + 1;
    }
    boolean title = last == Kind.ARABIC && words.openLength() == 1;
    return separate(i, dotted || title || betweenDigits(i) ? Gap.SPACE : Gap.BREAK);
  }

  private int asterisk(int i) {
    boolean hides = words.isOpen() && last == Kind.ARABIC && kind(i + 1) == Kind.ARABIC;
    return hides ? i + 1 : separate(i, Gap.SPACE);
  }

  private boolean betweenDigits(int i) {
    return kind(i - 1) == Kind.DIGIT && kind(i + 1) == Kind.DIGIT;
  }

  private boolean besideBlank(int i) {
    return blank(kind(i - 1)) || blank(kind(i + 1));
  }

  private static boolean blank(Kind kind) {
    return kind == Kind.SPACE || kind == Kind.BREAK;
  }
}
