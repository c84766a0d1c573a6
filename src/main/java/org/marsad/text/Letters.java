package org.marsad.text;

import com.ibm.icu.text.Normalizer2;

/** What a letter or digit is folded to. */
final class Letters {
  private static final char[] LATIN = withoutAccents(0xC0, 0x250);
  private static final char[] LATIN_ADDITIONAL = withoutAccents(0x1E00, 0x1F00);

  /** The code points that most texts are made of: what they fold to is looked up. */
  private static final char[] COMMON = new char[0x2100];

  private static final boolean[] ARABIC = new boolean[0x0900];

  static {
    for (int point = 0; point < ARABIC.length; point++) {
      ARABIC[point] = point >= 0x0620 && Character.isLetter(point);
    }
    for (int point = 0; point < COMMON.length; point++) {
      COMMON[point] = (char) folded(point);
    }
  }

  private Letters() {}

  /** Whether it is a letter of the Arabic script. */
  static boolean arabic(int point) {
    return point >= 0 && point < ARABIC.length && ARABIC[point];
  }

  /** One code point for all variants of a letter: without case, accent, hamza on alef, dialect. */
  static int fold(int point) {
    return point < COMMON.length ? COMMON[point] : folded(point);
  }

  private static int folded(int point) {
    if (point < 0x80) {
      return point >= 'A' && point <= 'Z' ? point + 0x20 : point;
    }
    if (arabic(point)) {
      return foldArabic(point);
    }
    if (Character.isDigit(point)) {
      return '0' + Character.digit(point, 10);
    }
    int lower = Character.toLowerCase(point);
    if (lower >= 0xC0 && lower < 0x250) {
      return LATIN[lower - 0xC0];
    }
    return lower >= 0x1E00 && lower < 0x1F00 ? LATIN_ADDITIONAL[lower - 0x1E00] : lower;
  }

  /** The second letter of a ligature that folds to two, or 0. */
  static char second(int point) {
    return point < 0xC0 || point > 'œ' ? 0 : secondOfLatin(point);
  }

  private static char secondOfLatin(int point) {
    return switch (point) {
      case 'ß' -> 's';
      case 'æ', 'Æ', 'œ', 'Œ' -> 'e';
      case 'þ', 'Þ' -> 'h';
      default -> 0;
    };
  }

  private static int foldArabic(int point) {
    return switch (point) {
      case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ' -> 'ا';
      case 'ى', 'ی', 'ې', 'ے', 'ۍ', 'ێ', 'ۓ' -> 'ي';
      case 'ک', 'ڪ', 'گ' -> 'ك';
      case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۂ', 'ۃ' -> 'ه';
      case 'پ' -> 'ب';
      case 'چ' -> 'ج';
      case 'ڤ' -> 'ف';
      default -> point;
    };
  }

  private static char[] withoutAccents(int from, int to) {
    Normalizer2 decompose = Normalizer2.getNFDInstance();
    char[] bare = new char[to - from];
    for (int point = from; point < to; point++) {
      String parts = decompose.getDecomposition(point);
      char first = parts == null ? (char) point : decompose.normalize(parts).charAt(0);
      bare[point - from] = special(first);
    }
    return bare;
  }

  /** Letters with a stroke or joined, which Unicode does not decompose. */
  private static char special(char letter) {
    return switch (letter) {
      case 'ß' -> 's';
      case 'æ' -> 'a';
      case 'œ', 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'đ', 'ð' -> 'd';
      case 'þ' -> 't';
      case 'ħ' -> 'h';
      case 'ı' -> 'i';
      default -> letter;
    };
  }
}
