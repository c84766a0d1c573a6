package org.marsad.story;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a report.
 *
 * @param value in digits; of a date, day and month; behind {@code ~} where only about how many is
 *     said
 * @param acts the meaning of what happened to so many, if it is said beside it
 * @param counted what there are so many of, if the next word says it
 * @param place what the word before makes of it: from so many to so many
 * @param sort what else the words around it say
 */
record Figure(String value, Set<String> acts, Set<String> counted, Atom.Place place, Sort sort) {
  static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

  /** Behind a day of the month that the text speaks of without a name. */
  static final String OF_THE_MONTH = "/~";

  /**
   * What the words around a number say of it.
   *
   * @param unit of time, if it is a duration; else empty
   * @param isAbout whether it is about so many, or more than so many
   * @param isPart whether so many are among those who were counted before
   * @param isOthers whether it is so many others, beside one who is named
   */
  record Sort(String unit, boolean isAbout, boolean isOthers, boolean isPart) {
    /** The same of a number that is no duration. */
    Sort ofNoTime() {
      return new Sort("", isAbout, isOthers, isPart);
    }
  }

  /** The day of the month it is, if it is one; else empty. */
  String day() {
    return isDate() ? value.substring(0, value.indexOf('/')) : "";
  }

  boolean isOfTheMonth() {
    return value.endsWith(OF_THE_MONTH);
  }

  /** Whether both say how many or how long, in one unit; a year says neither. */
  boolean isCountLike(Figure other) {
    return !isDate()
        && !isVague()
        && !YEAR.matcher(value).matches()
        && isPercent() == other.isPercent()
        && sort.unit().equals(other.sort.unit());
  }

  boolean isNumber(int other) {
    BigDecimal number = number();
    return number != null && number.compareTo(BigDecimal.valueOf(other)) == 0;
  }

  boolean isDate() {
    return value.indexOf('/') >= 0;
  }

  boolean isPercent() {
    return value.endsWith("%");
  }

  boolean isVague() {
    return value.charAt(0) == '~';
  }

  /** How many, without a sign behind it; null if only about how many is said. */
  @Nullable BigDecimal number() {
    return isVague() || isDate() ? null : new BigDecimal(value.replace("%", ""));
  }
}
