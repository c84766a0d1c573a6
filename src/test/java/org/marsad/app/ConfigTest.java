package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator decides. */
class ConfigTest {
  private static final Path SHIPPED = Path.of("config/marsad.yaml");

  @Test
  void shippedFileSaysWhatHoldsWithoutIt() {
    assertThat(Config.load(SHIPPED, Map.of()))
        .isEqualTo(Config.load(Path.of("missing.yaml"), Map.of()));
  }

  @Test
  void environmentOverrulesTheFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("marsad.yaml"), "marsad:\n  http:\n    port: 9000\n");

    assertThat(Config.load(file, Map.of()).http().port()).isEqualTo(9000);
    assertThat(Config.load(file, Map.of("MARSAD_HTTP_PORT", "9001")).http().port()).isEqualTo(9001);
  }

  @Test
  void oneSecondIsAnInterval() {
    Config config =
        Config.load(
            SHIPPED,
            Map.of("MARSAD_FEED_MIN_INTERVAL", "PT1S", "MARSAD_FEED_MAX_INTERVAL", "PT1S"));

    assertThat(config.feeds().minInterval()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_BOT_TOKEN, hello",
    "MARSAD_TELEGRAM_API_URL, ftp://example.org",
    "MARSAD_TELEGRAM_API_URL, nonsense here",
    "MARSAD_TELEGRAM_RATE, 0",
    "MARSAD_DATABASE_URL, jdbc:mysql://localhost/x",
    "MARSAD_KEEP_ITEMS, 30 days",
    "MARSAD_KEEP_ITEMS, PT23H",
    "MARSAD_HTTP_PORT, 70000",
    "MARSAD_HTTP_PORT, eighty",
    "MARSAD_FEED_MIN_INTERVAL, 5 minutes",
    "MARSAD_FEED_MAX_INTERVAL, PT0S",
    "MARSAD_FEED_ALLOW_PRIVATE_ADDRESSES, yes",
    "MARSAD_ADMINS, me",
    "MARSAD_ACCESS, closed",
  })
  void aWrongValueIsNamedWithAnExample(String name, String value) {
    assertThatThrownBy(() -> Config.load(SHIPPED, Map.of(name, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(name)
        .hasMessageContaining("for example");
  }

  @Test
  void aWrongTokenIsNotRepeated() {
    assertThatThrownBy(() -> Config.load(SHIPPED, Map.of("TELEGRAM_BOT_TOKEN", "12345:x y hidden")))
        .hasMessageNotContaining("hidden");
  }

  @Test
  void theTokenIsInNoText() {
    Config config = Config.load(SHIPPED, Map.of("TELEGRAM_BOT_TOKEN", "12345:AAsecretsecret"));

    assertThat(config.toString()).doesNotContain("AAsecret");
  }

  @Test
  void aMisspeltSettingInTheFileIsNamed(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("marsad.yaml"), "marsad:\n  http:\n    prot: 9000\n");

    assertThatThrownBy(() -> Config.load(file, Map.of())).hasMessageContaining("marsad.http.prot");
  }
}
