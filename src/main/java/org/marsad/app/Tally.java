package org.marsad.app;

import java.util.Locale;

/** Counts right and wrong decisions. For one thread. */
final class Tally {
  /** The head of the table of {@link #row}s. */
  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-16s %6s %5s %5s %5s %5s  %9s %6s %6s",
          "",
          "cases",
          "tp",
          "fp",
          "fn",
          "tn",
          "precision",
          "recall",
          "f1");

  private int truePositives;
  private int falsePositives;
  private int falseNegatives;
  private int trueNegatives;

  void count(boolean expected, boolean decided) {
    if (decided) {
      truePositives += expected ? 1 : 0;
      falsePositives += expected ? 0 : 1;
    } else {
      falseNegatives += expected ? 1 : 0;
      trueNegatives += expected ? 0 : 1;
    }
  }

  private int cases() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }

  /** Of what was found, how much is right; 0 where nothing was found. */
  private double precision() {
    return share(truePositives, truePositives + falsePositives);
  }

  /** Of what should be found, how much was; 0 where nothing should. */
  private double recall() {
    return share(truePositives, truePositives + falseNegatives);
  }

  double f1() {
    return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A line of the table. */
  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-16s %6d %5d %5d %5d %5d  %9.4f %6.4f %6.4f",
        name,
        cases(),
        truePositives,
        falsePositives,
        falseNegatives,
        trueNegatives,
        precision(),
        recall(),
        f1());
  }

  /** The same as one line of JSON. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"cases\":%d,\"tp\":%d,\"fp\":%d,\"fn\":%d,\"tn\":%d,\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f}",
        cases(),
        truePositives,
        falsePositives,
        falseNegatives,
        trueNegatives,
        precision(),
        recall(),
        f1());
  }
}
