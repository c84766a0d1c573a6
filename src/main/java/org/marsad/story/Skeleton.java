package org.marsad.story;

/** Foreign names are written in several ways: زيلينسكي, زيلنسكي. Pure functions. */
final class Skeleton {
  private static final int MIN_LETTERS = 6;
  private static final int MIN_CONSONANTS = 5;

  private Skeleton() {}

  /** Whether two words differ at most in long vowels and in how a foreign sound is written. */
  static boolean isSame(String first, String second) {
    if (first.equals(second)) {
      return true;
    }
    if (Math.min(first.length(), second.length()) < MIN_LETTERS
        || Math.abs(first.length() - second.length()) > 1
        || Bases.isArabic(first) != Bases.isArabic(second)) {
      return false;
    }
    String bones = of(first);
    return bones.length() >= MIN_CONSONANTS && bones.equals(of(second));
  }

  private static String of(String word) {
    StringBuilder bones = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      boolean vowel = i > 0 && i < word.length() - 1 && "اويeiou".indexOf(letter) >= 0;
      if (!vowel) {
        bones.append(sound(letter));
      }
    }
    return bones.toString();
  }

  private static char sound(char letter) {
    return switch (letter) {
      case 'غ', 'ج', 'ك' -> 'ق';
      case 'ط' -> 'ت';
      case 'ث' -> 'س';
      default -> letter;
    };
  }
}
