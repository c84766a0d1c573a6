package org.marsad.watch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names before a colon that say where to look. */
enum Scope {
  TITLE("title", "عنوان", "العنوان"),
  SOURCE("source", "مصدر", "المصدر"),
  LANGUAGE("lang", "لغة", "لغه", "اللغة"),
  COUNTRY("country", "بلد", "البلد"),
  ENTITY("entity", "جهة", "جهه", "الجهة");

  private final String[] names;

  Scope(String... names) {
    this.names = names;
  }

  /** Whether what it takes may be of several words without quotes. */
  boolean hasLongNames() {
    return this == COUNTRY || this == ENTITY;
  }

  /** How it is printed. */
  String sign() {
    return names[0];
  }

  /** The scope of this name, in any letter case, if there is one. */
  static @Nullable Scope named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Scope scope : values()) {
      for (String known : scope.names) {
        if (known.equals(lower)) {
          return scope;
        }
      }
    }
    return null;
  }
}
