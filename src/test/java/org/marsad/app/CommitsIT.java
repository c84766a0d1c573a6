package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What H2 acknowledged is there after a kill, whole. {@code -Dmarsad.commits.rounds} takes another
 * number of kills.
 */
@Tag("slow")
class CommitsIT {
  private static final int ROUNDS = Integer.getInteger("marsad.commits.rounds", 20);
  private static final int MAX_LIFE_MS = 1500;
  private static final Pattern FOUND = Pattern.compile("found \\[(.*)\\] and \\[(.*)\\]\n");
  private static final Pattern WROTE = Pattern.compile("wrote (\\d+) (\\d+)\n");

  @TempDir private Path folder;
  private final Random random = new Random();
  private final long[] acknowledged = new long[CommittingProcess.WRITERS];

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String printed = runAndKill();
      Matcher found = FOUND.matcher(printed);
      assertThat(found.find()).as("it opens: %s", printed).isTrue();
      assertThat(found.group(1)).as("both tables, round %d", round).isEqualTo(found.group(2));
      List<Long> counts = Arrays.stream(found.group(1).split(", ")).map(Long::valueOf).toList();
      for (int writer = 0; writer < acknowledged.length; writer++) {
        assertThat(counts.get(writer))
            .as("commits of writer %d, round %d", writer, round)
            .isGreaterThanOrEqualTo(acknowledged[writer]);
        acknowledged[writer] = counts.get(writer);
      }
      WROTE.matcher(printed).results().forEach(this::acknowledge);
    }
    System.out.println(Arrays.stream(acknowledged).sum() + " commits over " + ROUNDS + " kills");
  }

  private void acknowledge(MatchResult wrote) {
    acknowledged[Integer.parseInt(wrote.group(1))] = Long.parseLong(wrote.group(2));
  }

  /** Returns what the process printed; a line that the kill cut has no end. */
  private String runAndKill() throws IOException, InterruptedException {
    Path printed = Files.createTempFile(folder, "printed", ".txt");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                Path.of("target", "marsad.jar")
                    + File.pathSeparator
                    + Path.of("target", "test-classes"),
                CommittingProcess.class.getName(),
                folder.resolve("database").toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> Files.readString(printed).contains("wrote ") || !process.isAlive());
      TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_LIFE_MS));
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Files.readString(printed);
  }
}
