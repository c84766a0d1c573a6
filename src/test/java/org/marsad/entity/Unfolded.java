package org.marsad.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Undoes one class of folding: its letters are written as letters that nothing folds. */
final class Unfolded {
  private Unfolded() {}

  /** How a text is written, by the class that is undone. */
  static Map<String, UnaryOperator<String>> all() {
    Map<String, String> letters = new LinkedHashMap<>();
    letters.put("folding: hamza on alef", "أإآٱ");
    letters.put("folding: alef maqsura", "ى");
    letters.put("folding: ta marbuta", "ة");
    letters.put("folding: Persian letters", "یکہەۀ");
    letters.put("folding: hamza seats", "ؤئ");
    letters.put("folding: tatweel", "ـ");
    letters.put("folding: harakat", range(0x64B, 0x65F));
    letters.put("folding: presentation forms", range(0xFB50, 0xFEFC));
    letters.put("folding: invisible characters", range(0x200B, 0x206F));
    letters.put("folding: accents", range(0xC0, 0x24F));
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    letters.forEach((rule, undone) -> all.put(rule, text -> written(text, undone)));
    return all;
  }

  private static String range(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Each becomes a letter of a script that news is not written in. */
  private static String written(String text, String letters) {
    StringBuilder written = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      int at = letters.indexOf(c);
      written.append(at < 0 ? c : (char) (0x1401 + at % 0x200));
    }
    return written.toString();
  }
}
