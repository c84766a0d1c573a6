package org.marsad.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** Rows under headings, each printed when it is known. */
final class Table {
  private static final int COLUMN = 13;

  private final PrintStream out;

  Table(PrintStream out, String... headings) {
    this.out = out;
    out.println();
    row(headings);
    out.println("-".repeat(COLUMN * headings.length));
  }

  void row(Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(String.format(Locale.ROOT, "%" + COLUMN + "s", text(cell)));
    }
    out.println(row);
    out.flush();
  }

  private static String text(Object cell) {
    if (cell instanceof Double number) {
      int digits = number < 10 ? 3 : number < 100 ? 1 : 0;
      return String.format(Locale.ROOT, "%,." + digits + "f", number);
    }
    return cell instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : cell.toString();
  }
}
