package org.marsad.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Shows what delivery does under load, on this machine, against the stand-in server: the share of
 * the allowed rate that is used, the delay from an item's commit to its alert's acceptance, what an
 * alert costs, what the server refused, what came twice and what was lost; then what a long queue
 * costs. {@code --full} tells 10,000 chats of one item at Telegram's rate, which takes six minutes,
 * and fills the queue with a million; without it 1,500 and 100,000.
 */
public final class Load {
  private static final int TELEGRAMS_RATE = 30;
  private static final int RAISED_RATE = 1000;
  private static final Duration EIGHTY_MILLIS = Duration.ofMillis(80);

  private Load() {}

  /** Runs the measurements and prints a line for each. */
  public static void main(String[] arguments) throws IOException {
    boolean full = Arrays.asList(arguments).contains("--full");
    int many = full ? 10_000 : 1_500;
    System.out.println(LoadResult.HEAD);
    print("free budget", new LoadRun.Plan(100, RAISED_RATE, false, EIGHTY_MILLIS, 0));
    print("beside a busy one", new LoadRun.Plan(100, RAISED_RATE, false, EIGHTY_MILLIS, 200));
    print("exact limits", new LoadRun.Plan(many, TELEGRAMS_RATE, true, Duration.ZERO, 0));
    print("raised rate", new LoadRun.Plan(10_000, RAISED_RATE, false, EIGHTY_MILLIS, 0));
    System.out.println(QueueRun.HEAD);
    for (int rows = 1_000; rows <= (full ? 1_000_000 : 100_000); rows *= 10) {
      System.out.println(measureQueue(rows));
    }
    System.exit(0);
  }

  private static void print(String name, LoadRun.Plan plan) throws IOException {
    Path folder = Files.createTempDirectory("marsad-load");
    try (LoadRun run = new LoadRun(plan, folder, Clock.systemUTC())) {
      System.out.println(run.measure().row(name));
    } finally {
      delete(folder);
    }
  }

  private static String measureQueue(int rows) throws IOException {
    Path folder = Files.createTempDirectory("marsad-load");
    try (QueueRun run = new QueueRun(folder, Clock.systemUTC())) {
      return run.measure(rows);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
