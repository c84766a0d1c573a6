package org.marsad.story;

import java.math.BigDecimal;
import java.util.List;
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

  /** The one that begins at a word, or null. */
  static @Nullable Digits at(Folded text, int index) {
    List<Token> tokens = text.tokens();
    String form = tokens.get(index).form();
    int from = 0;
    while (from < Math.min(MAX_PROCLITICS, form.length() - 1)
        && PROCLITICS.indexOf(form.charAt(from)) >= 0) {
      from++;
    }
    if (!isNumber(form.substring(from))) {
      return null;
    }
    StringBuilder number = new StringBuilder(form.substring(from));
    int end = index + 1;
    while (end < tokens.size() && append(number, between(text, end), tokens.get(end).form())) {
      end++;
    }
    boolean one = number.indexOf(".") == number.lastIndexOf(".") && number.length() <= MAX_DIGITS;
    return one ? new Digits(new BigDecimal(number.toString()), end, form.charAt(0) == 'و') : null;
  }

  private static String between(Folded text, int index) {
    List<Token> tokens = text.tokens();
    return text.original().substring(tokens.get(index - 1).end(), tokens.get(index).start());
  }

  private static boolean append(StringBuilder number, String between, String next) {
    if (!isNumber(next) || between.length() != 1) {
      return false;
    }
    boolean thousands = next.length() == 3 && number.length() <= 3;
    return switch (between.charAt(0)) {
      case ',', '.' -> {
        number.append(thousands ? "" : ".").append(next);
        yield true;
      }
      case '٬', '،' -> {
        number.append(thousands ? next : "");
        yield thousands;
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
