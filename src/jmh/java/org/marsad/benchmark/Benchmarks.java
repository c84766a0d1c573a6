package org.marsad.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks of one name and prints their tables. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * @param arguments {@code matching}, with the numbers of queries unless all four
   */
  public static void main(String[] arguments) throws RunnerException {
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    String name = left.isEmpty() ? "" : left.pop();
    switch (name) {
      case "matching" -> new Matching(sizes(left)).run();
      default ->
          throw new IllegalArgumentException("no benchmark " + name + "; there is: matching");
    }
  }

  private static List<Integer> sizes(Deque<String> arguments) {
    return arguments.isEmpty()
        ? List.of(1_000, 10_000, 100_000, 1_000_000)
        : arguments.stream().map(Integer::valueOf).toList();
  }
}
