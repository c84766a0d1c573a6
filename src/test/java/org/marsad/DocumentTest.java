package org.marsad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ARCHITECTURE.md says is there. */
class DocumentTest {
  private static final Path TESTS = Path.of("src/test/java/org/marsad");

  /** `SomeTest`, `SomeTest.someMethod`, `SomeTest.someMeth…`. */
  private static final Pattern NAMED =
      Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract))(?:\\.(\\w+)(…?))?`");

  /** A method alone, in the table of faults, is one of this class. */
  private static final Pattern ALONE = Pattern.compile("`(a[A-Z]\\w{15,}|an[A-Z]\\w{15,})(…?)`");

  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name = String.valueOf(file.getFileName());
        tests.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return tests;
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    String text = Files.readString(Path.of("ARCHITECTURE.md"));
    Map<String, String> tests = tests();

    assertThat(NAMED.matcher(text).results().toList())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            named -> {
              assertThat(tests).containsKey(named.group(1));
              if (named.group(2) != null) {
                holds(tests.getOrDefault(named.group(1), ""), named, 2);
              }
            });
    assertThat(ALONE.matcher(text).results().toList())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            named ->
                holds(
                    tests.getOrDefault("ServerFaultsTest", "")
                        + tests.getOrDefault("DelivererTest", ""),
                    named,
                    1));
  }

  private static void holds(String source, MatchResult named, int name) {
    String end = named.group(name + 1).isEmpty() ? "(" : "";
    assertThat(source.contains(" " + named.group(name) + end)).as(named.group()).isTrue();
  }
}
