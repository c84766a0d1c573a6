package org.marsad.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.text.Token.Gap;
import org.marsad.text.WordBuffer.Word;

/** Joins what belongs to one word and splits what is two, then makes them tokens. */
final class Words {
  private static final int MIN_SPACED_LETTERS = 3;
  private static final Set<String> PARTICLES = particles();
  private static final List<String[]> HAMZA_SEATS =
      Lines.of("hamza-seats.txt").stream().map(line -> line.split(" ", 2)).toList();

  private final WordBuffer buffer;

  private Words(WordBuffer buffer) {
    this.buffer = buffer;
  }

  static List<Token> tokens(WordBuffer buffer) {
    return new Words(buffer).tokens();
  }

  private List<Token> tokens() {
    List<Token> tokens = new ArrayList<>(buffer.words().size());
    for (Word word : withPrefixes(withoutSpacing(buffer.words()))) {
      String form = buffer.form(word);
      int split = Compounds.split(form);
      if (split == 0) {
        tokens.add(token(word, form));
      } else {
        Word first = new Word(word.from(), word.from() + split, word.gap());
        Word second = new Word(word.from() + split, word.to(), Gap.SPACE);
        tokens.add(token(first, form.substring(0, split)));
        tokens.add(token(second, form.substring(split)));
      }
    }
    return tokens;
  }

  private Token token(Word word, String folded) {
    String written = buffer.written(word, folded);
    String form = folded;
    if (written.endsWith("ى") && particle(written)) {
      form = folded.substring(0, folded.length() - 1) + 'ى';
    } else if (folded.indexOf('ئ') >= 0 || folded.indexOf('ؤ') >= 0) {
      form = hamzaSeats(folded);
    }
    return new Token(
        form, written, buffer.start(word.from()), buffer.end(word.to() - 1), word.gap());
  }

  /** Letters set apart one by one (ح ف ت ر) are words again. */
  private List<Word> withoutSpacing(List<Word> words) {
    List<Word> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); ) {
      int end = i + 1;
      while (single(words.get(i)) && end < words.size() && follows(words, end)) {
        end++;
      }
      boolean spaced = end - i >= MIN_SPACED_LETTERS;
      if (spaced) {
        joinSpaced(words.subList(i, end), joined);
      } else {
        joined.add(words.get(i));
      }
      i = spaced ? end : i + 1;
    }
    return joined;
  }

  /** Joins letters to words: ة can only end one, and ال behind a whole word begins the next. */
  private void joinSpaced(List<Word> letters, List<Word> joined) {
    Word first = letters.get(0);
    int begin = 0;
    for (int i = 1; i < letters.size(); i++) {
      if (buffer.written(letters.get(i).from() - 1) == 'ة' || beginsArticle(letters, begin, i)) {
        joined.add(new Word(first.from(), letters.get(i).from(), first.gap()));
        begin = i;
        first = letters.get(i);
      }
    }
    joined.add(new Word(first.from(), letters.get(letters.size() - 1).to(), first.gap()));
  }

  /** Before ال must stand more letters than a proclitic has, behind it a word. */
  private boolean beginsArticle(List<Word> letters, int begin, int at) {
    return at - begin >= MIN_SPACED_LETTERS
        && letters.size() - at > MIN_SPACED_LETTERS
        && buffer.written(letters.get(at).from()) == 'ا'
        && buffer.letter(letters.get(at + 1).from()) == 'ل';
  }

  private boolean follows(List<Word> words, int next) {
    Word word = words.get(next);
    int before = words.get(next - 1).to() - 1;
    return single(word)
        && word.gap() == Gap.SPACE
        && buffer.start(word.from()) - buffer.end(before) == 1;
  }

  private boolean single(Word word) {
    return word.length() == 1 && Letters.arabic(buffer.letter(word.from()));
  }

  /** A lone و or ال belongs to the next word. */
  private List<Word> withPrefixes(List<Word> words) {
    List<Word> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (i + 1 < words.size() && prefix(word, words.get(i + 1))) {
        word = new Word(word.from(), words.get(++i).to(), word.gap());
      }
      joined.add(word);
    }
    return joined;
  }

  private boolean prefix(Word word, Word next) {
    if (next.gap() == Gap.BREAK || !Letters.arabic(buffer.letter(next.from()))) {
      return false;
    }
    boolean and = word.length() == 1 && buffer.letter(word.from()) == 'و';
    return (and && next.gap() == Gap.SPACE)
        || (word.length() == 2
            && buffer.written(word.from()) == 'ا'
            && buffer.letter(word.from() + 1) == 'ل');
  }

  private static boolean particle(String written) {
    char first = written.charAt(0);
    return PARTICLES.contains(written)
        || ((first == 'و' || first == 'ف') && PARTICLES.contains(written.substring(1)));
  }

  private static Set<String> particles() {
    return Set.copyOf(new HashSet<>(Lines.of("particles.txt")));
  }

  private static String hamzaSeats(String form) {
    for (String[] seat : HAMZA_SEATS) {
      int at = form.indexOf(seat[0]);
      boolean core = at == 0 || (at > 0 && "ان".indexOf(form.charAt(at - 1)) < 0);
      if (core) {
        return form.substring(0, at) + seat[1] + form.substring(at + seat[0].length());
      }
    }
    return form;
  }
}
