package org.marsad.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Spellings written in compact form: {@code h[aei]ft[ae]r} is six words. {@code [ab]} is one of
 * these letters, {@code (x|y)} one of these parts (blanks may stand in them), {@code ?} makes the
 * letter, choice or group before it optional, {@code +} lets it stand once or twice. Everything
 * else stands for itself.
 */
final class Spellings {
  /** More than a person would write down; a pattern that makes more is a mistake. */
  static final int MAX = 3000;

  private final String pattern;
  private int at;

  private Spellings(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Every spelling a pattern stands for, without blanks at its ends or doubled.
   *
   * @throws IllegalArgumentException if the pattern is not well formed or stands for too many
   */
  static List<String> of(String pattern) {
    Spellings spellings = new Spellings(pattern);
    List<String> all = spellings.choice();
    if (spellings.at < pattern.length()) {
      throw spellings.fault("')' without '('");
    }
    LinkedHashSet<String> clean = new LinkedHashSet<>();
    all.forEach(spelling -> clean.add(spelling.strip().replaceAll(" +", " ")));
    clean.remove("");
    return List.copyOf(clean);
  }

  private List<String> choice() {
    List<String> all = new ArrayList<>(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> heads = List.of("");
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      heads = product(heads, times(part()));
    }
    return heads;
  }

  private List<String> part() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> letters();
      case ']', '?', '+' -> throw fault("'" + c + "' behind nothing");
      default -> List.of(String.valueOf(c));
    };
  }

  private List<String> group() {
    List<String> parts = choice();
    if (at == pattern.length()) {
      throw fault("'(' without ')'");
    }
    at++;
    return parts;
  }

  private List<String> letters() {
    int end = pattern.indexOf(']', at);
    if (end <= at) {
      throw fault(end < 0 ? "'[' without ']'" : "'[]' without a letter");
    }
    List<String> letters = List.of(pattern.substring(at, end).split(""));
    at = end + 1;
    return letters;
  }

  private List<String> times(List<String> parts) {
    char sign = at < pattern.length() ? pattern.charAt(at) : 0;
    if (sign == '+') {
      at++;
      List<String> more = new ArrayList<>(parts);
      more.addAll(product(parts, parts));
      return more;
    }
    if (sign == '?') {
      at++;
      List<String> withNothing = new ArrayList<>(parts);
      withNothing.add("");
      return withNothing;
    }
    return parts;
  }

  private List<String> product(List<String> heads, List<String> tails) {
    if ((long) heads.size() * tails.size() > MAX) {
      throw fault("more than " + MAX + " spellings");
    }
    List<String> all = new ArrayList<>(heads.size() * tails.size());
    for (String head : heads) {
      for (String tail : tails) {
        all.add(head + tail);
      }
    }
    return all;
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException("'" + pattern + "': " + what);
  }
}
