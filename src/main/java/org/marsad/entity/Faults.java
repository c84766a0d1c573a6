package org.marsad.entity;

import java.util.ArrayList;
import java.util.List;

/** Everything found wrong in one file, so that a person can put it right in one go. One thread. */
final class Faults {
  private static final int MAX_SHOWN = 30;

  private final String file;
  private final List<String> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  /** Notes a fault; {@code line} counts from 1, {@code what} says how to put it right. */
  void add(int line, String where, String what) {
    found.add(file + ":" + line + ": " + (where.isEmpty() ? "" : where + ": ") + what);
  }

  /** Ends the reading if there was any fault. */
  void raise() {
    if (found.isEmpty()) {
      return;
    }
    List<String> shown = found.subList(0, Math.min(found.size(), MAX_SHOWN));
    String more = found.size() > MAX_SHOWN ? "\n… and " + (found.size() - MAX_SHOWN) + " more" : "";
    throw new CatalogueException(String.join("\n", shown) + more, null);
  }
}
