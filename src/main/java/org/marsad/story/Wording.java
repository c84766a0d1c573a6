package org.marsad.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/**
 * The words of a text in full, for the question whether two outlets print one text: then even its
 * small words are the same («داخل», «خارج»), and it is only shortened at its end. Immutable.
 */
final class Wording {
  private static final String TABLE = "wording.txt";
  private static final int MIN_WORDS = 12;
  private static final int MAX_WORDS = 400;

  private static final int MIN_BASE = 3;
  private static final int MAX_SHORT = 6;

  /** So many words of a place and an agency may stand before. */
  private static final int MAX_HEAD = 4;

  /** After so many words one of both must go on as the other did. */
  private static final int MAX_GAP = 3;

  /** Words that may be put in or left out anywhere. */
  private static final Set<String> IDLE = Tables.words(TABLE, "idle");

  private static final Set<String> OF_DAY = Set.of("امس", "غدا", "يوم");

  /** Words that change a fact. */
  private static final Set<String> STATUS = Tables.words(TABLE, "status");

  private static final Set<String> UNITS =
      Set.of(Wider.named("km"), Wider.named("kilo"), Wider.named("ton"), Wider.named("metre"));

  /**
   * A word.
   *
   * @param kind its kind, or UNKNOWN
   * @param id what it means, or empty
   */
  private record Word(String form, Kind kind, String id) {
    boolean isSame(Word other) {
      String time = FigureReader.unit(form);
      return Skeleton.isSame(form, other.form)
          || isOneUnit(other)
          || isOneBase(other)
          || (!time.isEmpty() && time.equals(FigureReader.unit(other.form)));
    }

    private boolean isOneUnit(Word other) {
      Set<String> units = Wider.classes(Set.of(id));
      units.retainAll(UNITS);
      return !Collections.disjoint(units, Wider.classes(Set.of(other.id)));
    }

    /** «جنوبي» and «جنوب», «الحادث» and «الحادثة», but not «جندي» and «جنود». */
    private boolean isOneBase(Word other) {
      String one = Bases.bare(form);
      String two = Bases.bare(other.form);
      int shorter = Math.min(one.length(), two.length());
      return Math.abs(one.length() - two.length()) <= (shorter > MAX_SHORT ? 2 : 1)
          && shorter >= MIN_BASE
          && (one.startsWith(two) || two.startsWith(one) || one.endsWith(two) || two.endsWith(one));
    }

    /** Whose nation or which day it was may be left out, and said. */
    boolean isIdle() {
      return kind == Kind.GEO || kind == Kind.MONTH;
    }
  }

  /** In reading order, numbers by their value, without those that only say who reports and when. */
  private final List<Word> words;

  private final Set<String> forms;

  private Wording(List<Word> words) {
    this.words = List.copyOf(words);
    this.forms = words.stream().map(Word::form).collect(Collectors.toUnmodifiableSet());
  }

  static Wording of(Folded text) {
    List<Token> tokens = text.tokens();
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      Token token = tokens.get(i);
      if (IDLE.contains(token.form()) || isOfDay(tokens, i)) {
        i++;
        continue;
      }
      Numerals.Found number = Numerals.at(text, i);
      if (number != null) {
        words.add(new Word(number.value(), Kind.NOUN, ""));
        i = number.end();
        continue;
      }
      Sense sense = Senses.of(token);
      boolean says = sense != null && (sense.kind() == Kind.SAY || sense.kind() == Kind.DAY);
      if (!says) {
        Kind kind = sense == null ? Kind.UNKNOWN : sense.kind();
        words.add(new Word(token.form(), kind, sense == null ? "" : sense.id()));
      }
      i++;
    }
    return new Wording(words);
  }

  /** «أمس الأربعاء» */
  private static boolean isOfDay(List<Token> tokens, int i) {
    Sense next = i + 1 < tokens.size() ? Senses.of(tokens.get(i + 1)) : null;
    return next != null && next.kind() == Kind.DAY && OF_DAY.contains(tokens.get(i).form());
  }

  /** A small word that changes a fact and stands here more often; behind a minus, less often. */
  Optional<String> status(Wording told) {
    Map<String, Long> here = status();
    Map<String, Long> there = told.status();
    return Stream.concat(here.keySet().stream(), there.keySet().stream())
        .filter(word -> !here.getOrDefault(word, 0L).equals(there.getOrDefault(word, 0L)))
        .findFirst()
        .map(
            word -> here.getOrDefault(word, 0L) > there.getOrDefault(word, 0L) ? word : "-" + word);
  }

  private Map<String, Long> status() {
    return words.stream()
        .map(word -> word.form().equals("بعدما") ? "بعد" : Bases.bare(word.form()))
        .filter(STATUS::contains)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Whether this text is another, or what is left of it when it breaks off. */
  boolean isOf(Wording told) {
    boolean sizes = words.size() >= MIN_WORDS && told.words.size() <= MAX_WORDS;
    if (!sizes || !sharesMost(told)) {
      return false;
    }
    for (int head = 0; head <= MAX_HEAD; head++) {
      boolean here = begins(told.words, words.subList(head, words.size()));
      if (here
          || begins(
              told.words.subList(Math.min(head, told.words.size()), told.words.size()), words)) {
        return true;
      }
    }
    return false;
  }

  /** Two of three words: what most pairs fail, before the words are laid side by side. */
  private boolean sharesMost(Wording told) {
    long shared = words.stream().filter(word -> told.forms.contains(word.form())).count();
    return 3 * shared >= 2L * words.size();
  }

  private static boolean begins(List<Word> whole, List<Word> part) {
    int i = 0;
    int j = 0;
    while (j < part.size() && i < whole.size()) {
      if (whole.get(i).isSame(part.get(j))) {
        i++;
        j++;
      } else if (whole.get(i).isIdle() && part.get(j).isIdle()) {
        return false;
      } else if (whole.get(i).isIdle()) {
        i++;
      } else if (part.get(j).isIdle() && j > 0) {
        j++;
      } else {
        int[] joined = joined(whole, i, part, j);
        if (joined.length == 0) {
          return false;
        }
        i = joined[0];
        j = joined[1];
      }
    }
    return j == part.size();
  }

  /** Behind what is written in two words here and in one there: «عبدالعزيز». */
  private static int[] joined(List<Word> whole, int i, List<Word> part, int j) {
    for (int a = 1; a <= MAX_GAP; a++) {
      for (int b = 1; b <= MAX_GAP; b++) {
        if (a + b > 2
            && i + a <= whole.size()
            && j + b <= part.size()
            && Skeleton.isSame(join(whole.subList(i, i + a)), join(part.subList(j, j + b)))) {
          return new int[] {i + a, j + b};
        }
      }
    }
    return new int[0];
  }

  private static String join(List<Word> words) {
    StringBuilder all = new StringBuilder();
    words.forEach(word -> all.append(word.form()));
    return all.toString();
  }
}
