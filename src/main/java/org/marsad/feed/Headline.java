package org.marsad.feed;

import org.jspecify.annotations.Nullable;

/** The headline of an item, also of one that has none of its own. Pure functions. */
final class Headline {
  private static final int MAX_CHARS = 1000;
  private static final int MAX_CHARS_OF_TEXT = 100;

  private Headline() {}

  /**
   * The one that is stated, else the first words of the text (channels and short messages have no
   * headlines), else the address.
   */
  static String of(String stated, String text, @Nullable String link) {
    if (!stated.isEmpty()) {
      return PlainText.cut(stated.replace('\n', ' '), MAX_CHARS);
    }
    return text.isEmpty() ? link == null ? "" : link : firstWords(text.replace('\n', ' '));
  }

  private static String firstWords(String text) {
    if (text.length() <= MAX_CHARS_OF_TEXT) {
      return text;
    }
    String cut = PlainText.cut(text, MAX_CHARS_OF_TEXT);
    int blank = cut.lastIndexOf(' ');
    return (blank < MAX_CHARS_OF_TEXT / 2 ? cut : cut.substring(0, blank)) + "…";
  }
}
