package org.marsad.story;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/**
 * A number in digits, with what parts its thousands or decimals.
 *
 * @param end the index of the word behind it
 * @param conjoined whether «و» is written before it
 */
record Digits(BigDecimal value, int end, boolean conjoined) {
  private static final String PROCLITICS = "وبلفك";
  private static final int MAX_PROCLITICS = 2;
  private static final int MAX_DIGITS = 18;
  private static final int GROUP = 3;

  /** "22nd", "2e". */
  private static final Pattern ORDINAL = Pattern.compile("^([0-9]+)(?:st|nd|rd|th|e|er|eme)$");

  /** The one that begins at a word, or null. The one of «م2» and "km2" is none. */
  static @Nullable Digits at(Folded text, int index) {
    List<Token> tokens = text.tokens();
    if (index > 0 && between(text, index).isEmpty() && !isProclitics(tokens.get(index - 1))) {
      return null;
    }
    String form = tokens.get(index).form();
    int from = 0;
    while (from < Math.min(MAX_PROCLITICS, form.length() - 1)
        && PROCLITICS.indexOf(form.charAt(from)) >= 0) {
      from++;
    }
    String digits = ORDINAL.matcher(form.substring(from)).replaceFirst("$1");
    if (!isNumber(digits)) {
      return null;
    }
    StringBuilder number = new StringBuilder(digits);
    int end = index + 1;
    while (end < tokens.size()
        && append(number, between(text, end), tokens.get(end).form(), most(tokens, index, end))) {
      end++;
    }
    boolean one = number.indexOf(".") == number.lastIndexOf(".") && number.length() <= MAX_DIGITS;
    return one ? new Digits(new BigDecimal(number.toString()), end, form.charAt(0) == 'و') : null;
  }

  /**
   * Before how many digits at most three more can be a group of thousands: «1.412 مليون» has
   * decimals, 1.412 alone has thousands, and behind them there may be any number of groups.
   */
  private static int most(List<Token> tokens, int index, int end) {
    if (end + 1 < tokens.size() && Numerals.isMillions(tokens.get(end + 1))) {
      return 0;
    }
    return end > index + 1 ? MAX_DIGITS : GROUP;
  }

  private static boolean isProclitics(Token token) {
    String form = token.form().equals("لل") ? "ل" : token.form().replaceFirst("ال$", "");
    return form.chars().allMatch(c -> PROCLITICS.indexOf(c) >= 0);
  }

  private static String between(Folded text, int index) {
    List<Token> tokens = text.tokens();
    return text.original().substring(tokens.get(index - 1).end(), tokens.get(index).start());
  }

  private static boolean append(StringBuilder number, String between, String next, int most) {
    if (!isNumber(next) || between.length() != 1) {
      return false;
    }
    boolean thousands =
        next.length() == GROUP && number.indexOf(".") < 0 && number.length() <= most;
    return switch (between.charAt(0)) {
      case ',', '.' -> {
        number.append(thousands ? "" : ".").append(next);
        yield true;
      }
      case '٬', '،' -> {
        number.append(thousands ? next : "");
        yield thousands;
      }
      case ' ', '\u00a0', '\u202f' -> {
        boolean group = thousands && number.indexOf(".") < 0 && !number.toString().startsWith("0");
        number.append(group ? next : "");
        yield group;
      }
      case '٫' -> {
        number.append('.').append(next);
        yield true;
      }
      default -> false;
    };
  }

  private static boolean isNumber(String form) {
    return !form.isEmpty() && form.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
