package org.marsad.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.marsad.alert.Chat;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FetchLimits;
import org.marsad.text.Language;

/**
 * Reads many feeds of a local server for a while and prints how late the polls began, and what it
 * cost. The server runs in the same process and its work is in the figures. See README.md for the
 * command.
 */
final class FeedLoad {
  private static final int CHATS = 200;
  private static final List<String> WATCHED = List.of("النفط", "الجلسة", "صدام حفتر", "السودان");

  private FeedLoad() {}

  /**
   * @param args how many feeds, how often each is read, how long it lasts (ISO 8601), and the
   *     database, an H2 file in a temporary folder unless given
   */
  @SuppressWarnings("SystemOut")
  public static void main(String... args) throws IOException, InterruptedException {
    int feeds = Integer.parseInt(args.length > 0 ? args[0] : "5000");
    Duration interval = Duration.parse(args.length > 1 ? args[1] : "PT5M");
    Duration time = Duration.parse(args.length > 2 ? args[2] : "PT3M");
    Path folder = Files.createTempDirectory("marsad-load");
    String url = args.length > 3 ? args[3] : "jdbc:h2:file:" + folder.resolve("marsad");
    FetchLimits limits = FetchLimits.standard("Marsad load").withPrivateAddresses(true);
    try (Newsstand stand = new Newsstand();
        ReadingBench bench =
            new ReadingBench(
                Database.open(url), limits, new CheckTimes.Bounds(interval, interval))) {
      watch(bench);
      List<URI> addresses = IntStream.range(0, feeds).mapToObj(stand::feed).toList();
      Instant start = Instant.now();
      bench.start(addresses);
      System.out.printf(
          Locale.ROOT, "%d feeds followed in %d ms%n", feeds, since(start).toMillis());
      Cost before = Cost.now(bench);
      Instant began = Instant.now();
      Thread.sleep(time.toMillis());
      report(bench, stand, since(began), Cost.now(bench).less(before));
    }
  }

  private static void watch(ReadingBench bench) {
    for (int i = 0; i < CHATS; i++) {
      Chat chat =
          bench
              .tables
              .chats()
              .at(
                  new Chat.Address(i + 1, 0),
                  Chat.Kind.PRIVATE,
                  "سالم",
                  Language.AR,
                  Instant.now());
      for (String query : i == 0 ? WATCHED : WATCHED.subList(2, WATCHED.size())) {
        bench.tables.watches().add(chat.id(), query, query, Instant.now());
      }
    }
    bench.matcher.reload(bench.tables.watches()::all);
  }

  private static Duration since(Instant moment) {
    return Duration.between(moment, Instant.now());
  }

  /**
   * What was used.
   *
   * @param writes to H2's file, one a commit and now and then some more; 0 on PostgreSQL
   */
  private record Cost(long cpuNanos, long writes, long polls) {
    static Cost now(ReadingBench bench) {
      long cpu =
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime();
      return new Cost(cpu, writes(bench), bench.lateness.size());
    }

    private static long writes(ReadingBench bench) {
      return !bench.isH2()
          ? 0
          : bench
              .tables
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "SELECT setting_value FROM information_schema.settings"
                                  + " WHERE setting_name = 'info.FILE_WRITE'")
                          .mapTo(Long.class)
                          .findOne()
                          .orElse(0L));
    }

    Cost less(Cost other) {
      return new Cost(cpuNanos - other.cpuNanos, writes - other.writes, polls - other.polls);
    }
  }

  @SuppressWarnings({"SystemOut", "CallToSystemGC"})
  private static void report(ReadingBench bench, Newsstand stand, Duration time, Cost cost) {
    List<Duration> late = bench.lateness.stream().sorted().toList();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long failing = bench.tables.feeds().all().stream().filter(feed -> feed.failures() > 0).count();
    System.out.printf(
        Locale.ROOT,
        "%d polls in %d s (%d answered 304), %d feeds failing%n"
            + "lateness p50 %d ms, p99 %d ms, most %d ms%n"
            + "CPU %.1f s (%.0f %% of a core), heap after GC %d MB%n"
            + "a poll: CPU %.2f ms, writes to the database's file %.2f%n",
        late.size(),
        time.toSeconds(),
        stand.notModified.sum(),
        failing,
        percentile(late, 50),
        percentile(late, 99),
        percentile(late, 100),
        cost.cpuNanos() / 1e9,
        100.0 * cost.cpuNanos() / time.toNanos(),
        heap >> 20,
        cost.cpuNanos() / 1e6 / Math.max(1, cost.polls()),
        (double) cost.writes() / Math.max(1, cost.polls()));
  }

  private static long percentile(List<Duration> sorted, int percent) {
    int at = Math.max(0, (sorted.size() * percent + 99) / 100 - 1);
    return sorted.isEmpty() ? 0 : sorted.get(at).toMillis();
  }
}
