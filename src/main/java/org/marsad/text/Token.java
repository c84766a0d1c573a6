package org.marsad.text;

/**
 * One word of a text.
 *
 * @param form folded: the spelling under which all variants of a word are one; a particle keeps its
 *     alef maqsura (على is not علي), and compounds are two words however written (عبدالفتاح)
 * @param written as published, free of marks, tatweel and invisible characters, its letters and
 *     case kept; tells RSF from rsf
 * @param start the UTF-16 offset of its first char in the text as published
 * @param end the offset behind its last char, always greater than {@code start}
 * @param gap what stands between it and the word before
 */
public record Token(String form, String written, int start, int end, Gap gap) {
  /** What stands between two words. */
  public enum Gap {
    /** White space, a hyphen between letters, or nothing that is seen: one phrase goes on. */
    SPACE,
    /** A quote or bracket: a phrase goes on. */
    QUOTE,
    /** Punctuation, a dash or a new line: a phrase ends. Also before a text's first word. */
    BREAK
  }

  /** Whether it is written in Arabic script. */
  public boolean isArabic() {
    return Letters.arabic(form.codePointAt(0));
  }
}
