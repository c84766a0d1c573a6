package org.marsad.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.entity.Catalogue;

class EvaluateStoriesTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(boolean errors, String... pairs) throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.jsonl"), String.join("\n", pairs));
    Catalogue catalogue = Catalogue.read(Path.of("config/entities.yaml"));
    return new EvaluateStories(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), catalogue)
        .run(file, errors);
  }

  private static String pair(String id, String told, String fresh, String at, String label) {
    return "{\"id\":\""
        + id
        + "\",\"a\":"
        + side(told, "a.example", "2026-03-01T10:00:00Z")
        + ",\"b\":"
        + side(fresh, "b.example", at)
        + ",\"label\":\""
        + label
        + "\"}";
  }

  private static String side(String title, String host, String at) {
    return String.format(
        Locale.ROOT,
        "{\"title\":\"%s\",\"text\":\"\",\"host\":\"%s\",\"published\":\"%s\"}",
        title,
        host,
        at);
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  @Test
  void everyPairIsAnsweredAndTheLastLineSumsUp() throws IOException {
    String title = "افتتاح معرض الكتاب في جامعة بنغازي";
    int code =
        run(
            false,
            pair("1", title, title, "2026-03-01T11:00:00Z", "copy"),
            pair("2", title, "إغلاق معرض الكتاب في جامعة بنغازي", "2026-03-01T12:00:00", "update"));

    assertThat(code).isZero();
    assertThat(lines())
        .contains("{\"id\":\"1\",\"answer\":\"suppress\"}", "{\"id\":\"2\",\"answer\":\"alert\"}")
        .endsWith(
            "{\"pairs\":2,\"silent_precision\":1.0000,\"silent_recall\":1.0000,\"silenced_news\":0}");
  }

  @Test
  void aLineThatIsNoPairIsNamedAndTheOthersCount() throws IOException {
    String good = pair("1", "هدنة في غزة", "مطر في تونس", "2026-03-01", "different");
    int code = run(true, good, "{\"id\":", pair("3", "هدنة", "مطر", "yesterday", "different"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("pairs.jsonl:2: not JSON", "pairs.jsonl:3: \"published\"");
    assertThat(lines().get(lines().size() - 1)).startsWith("{\"pairs\":1,");
  }
}
