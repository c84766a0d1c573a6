package org.marsad.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Token;

/** Finds the months that make a number the day of one. Serves one text. */
final class Dates {
  private static final String OF = "من";
  private static final Set<String> THE_MONTH = Set.of("الشهر", "شهر");

  private final List<Token> tokens;

  Dates(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** «الثامن من ديسمبر», «العشرون من الشهر» */
  boolean isOfMonth(int index) {
    return index < tokens.size()
        && tokens.get(index).form().equals(OF)
        && (behindMonth(index) > index || isTheMonth(index + 1));
  }

  private boolean isTheMonth(int index) {
    return index < tokens.size() && THE_MONTH.contains(tokens.get(index).form());
  }

  /** The month a day of which it is: the word behind, or in English the one before. */
  String month(int behind, int before) {
    boolean latin = before >= 0 && !Bases.isArabic(tokens.get(before).form());
    boolean of = behind < tokens.size() && tokens.get(behind).form().equals(OF);
    if (of && isTheMonth(behind + 1)) {
      return Figure.OF_THE_MONTH;
    }
    Senses.Phrase month = monthAt(of ? behind + 1 : behind);
    month = month == null && latin ? monthAt(before) : month;
    return month == null ? "" : "/" + month.sense().id();
  }

  /** The index behind the month that stands there, as in «13 من يونيو», or the same index. */
  int behindMonth(int index) {
    boolean of = index < tokens.size() && tokens.get(index).form().equals(OF);
    int at = of ? index + 1 : index;
    Senses.Phrase month = monthAt(at);
    return month == null ? index : at + month.words();
  }

  /** «يناير», «كانون الثاني» */
  private Senses.@Nullable Phrase monthAt(int index) {
    if (index < 0 || index >= tokens.size()) {
      return null;
    }
    Senses.Phrase phrase = Senses.phrase(tokens, index);
    Sense single = phrase == null ? Senses.of(tokens.get(index)) : null;
    phrase = single == null ? phrase : new Senses.Phrase(single, 1);
    return phrase != null && phrase.sense().kind() == Kind.MONTH ? phrase : null;
  }
}
