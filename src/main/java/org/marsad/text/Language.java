package org.marsad.text;

/** The languages the bot speaks and the catalogue names things in. */
public enum Language {
  AR,
  EN,
  FR;

  /** The two-letter ISO 639-1 code in lower case. */
  public String code() {
    return switch (this) {
      case AR -> "ar";
      case EN -> "en";
      case FR -> "fr";
    };
  }
}
