package org.marsad.chat;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.entity.Catalogue;
import org.marsad.watch.Watch;

/** Finds the watches of a list that a typed text points at. Pure functions. */
final class Pointing {
  /** «3», «٣», «رقم 3», "#3". */
  private static final Pattern NUMBER = Pattern.compile("(?:#|رقم|no\\.?)?\\s*(\\p{Nd}{1,4})");

  private Pointing() {}

  /** The number in the list that a text is. */
  static OptionalInt number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches()
        ? OptionalInt.of(Integer.parseInt(number.group(1)))
        : OptionalInt.empty();
  }

  /**
   * The watches of these words in any spelling, or of an entity of this name; else the one of this
   * number.
   */
  static List<Watch> at(List<Watch> all, String text, Catalogue catalogue) {
    List<Watch> called = all.stream().filter(watch -> calls(watch, text, catalogue)).toList();
    int number = number(text).orElse(0);
    return called.isEmpty() && number >= 1 && number <= all.size()
        ? List.of(all.get(number - 1))
        : called;
  }

  private static boolean calls(Watch watch, String text, Catalogue catalogue) {
    boolean sameQuery =
        Meaning.literal(text, catalogue) instanceof Meaning.Wanted wanted
            && wanted.canonical().equals(watch.query());
    return sameQuery
        || Spelling.folded(text).equals(Spelling.folded(watch.label()))
        || catalogue.named(text).stream()
            .anyMatch(entity -> Meaning.entity(entity).canonical().equals(watch.query()));
  }
}
