package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Opml;
import org.marsad.playground.StandInServer;
import org.marsad.poll.FeedServer;

/** The command line as people and checks use it. */
class MainTest {
  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>مصدر</title><item><guid>g1</guid><link>/1</link>"
          + "<title>خبر</title><description>نص</description><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>"
          + "</item></channel></rss>";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    return out().lines().map(line -> read(json, line)).toList();
  }

  private static JsonNode read(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void helpListsEverySettingAndCommand() {
    assertThat(run("--help")).isZero();
    for (Setting setting : Setting.values()) {
      assertThat(out()).contains(setting.name()).contains(setting.help());
    }
    assertThat(out()).contains("run", "playground", "check", "evaluate", "parse");
  }

  @Test
  void theVersionIsNamed() {
    assertThat(run("--version")).isZero();
    assertThat(out()).startsWith("Marsad ");
  }

  @Test
  void aWrongSettingIsOneClearLineAndNoStackTrace() {
    environment.put("MARSAD_HTTP_PORT", "eighty");

    assertThat(run()).isEqualTo(2);
    assertThat(err().lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .isEqualTo("MARSAD_HTTP_PORT is no whole number: eighty (for example: 8080)"));
  }

  @Test
  void anUnknownCommandIsWrongUse() {
    assertThat(run("fly")).isEqualTo(2);
    assertThat(err()).contains("fly");
  }

  @Test
  void parsePrintsALineOfJsonAFeed() throws IOException {
    Path good = Files.writeString(folder.resolve("good.xml"), FEED);
    Path bad = Files.writeString(folder.resolve("bad.xml"), "nothing");

    assertThat(run("parse", good.toString(), bad.toString())).isEqualTo(1);
    JsonNode first = lines().get(0);
    assertThat(first.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("file", "ok", "charset", "title", "items");
    assertThat(first.path("file").asText()).isEqualTo(good.toString());
    assertThat(first.path("title").asText()).isEqualTo("مصدر");
    assertThat(first.path("items").get(0).properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("guid", "link", "title", "summary", "published", "updated");
    assertThat(first.path("items").get(0).path("published").asText())
        .isEqualTo("2026-03-01T10:00:00Z");
    JsonNode second = lines().get(1);
    assertThat(second.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("file", "ok", "error");
    assertThat(second.path("ok").asBoolean()).isFalse();
  }

  @Test
  void parseReadsAManifestWithItsHeadersAndBases() throws IOException {
    Files.createDirectory(folder.resolve("feeds"));
    Files.write(folder.resolve("feeds/a.xml"), FEED.getBytes("windows-1256"));
    Path manifest =
        Files.writeString(
            folder.resolve("m.jsonl"),
            "{\"file\":\"feeds/a.xml\",\"base\":\"https://example.org/x/feed\","
                + "\"headers\":{\"content-type\":\"application/xml; charset=windows-1256\"}}\n"
                + "{\"file\":\"feeds/missing.xml\"}\n");

    assertThat(run("parse", "--manifest", manifest.toString())).isEqualTo(1);
    assertThat(lines()).hasSize(2);
    JsonNode first = lines().get(0);
    assertThat(first.path("file").asText()).isEqualTo("feeds/a.xml");
    assertThat(first.path("items").get(0).path("title").asText()).isEqualTo("خبر");
    assertThat(first.path("items").get(0).path("link").asText()).isEqualTo("https://example.org/1");
    assertThat(lines().get(1).path("error").asText()).contains("missing.xml");
  }

  @Test
  void parseFetchesAddressesButNoPrivateOnes() throws Exception {
    try (FeedServer server = new FeedServer()) {
      server.publish("g", "خبر");
      assertThat(run("parse", server.url().toString())).isEqualTo(1);
      assertThat(lines().get(0).path("error").asText()).contains("address not allowed");

      environment.put("MARSAD_FEED_ALLOW_PRIVATE_ADDRESSES", "true");
      assertThat(run("parse", server.url().toString())).isZero();
      assertThat(lines().get(0).path("items")).hasSize(1);
    }
  }

  @Test
  void evaluatePrintsItsFiguresAsTheLastLine() throws IOException {
    Path cases =
        Files.writeString(
            folder.resolve("cases.jsonl"),
            """
            {"id":"1","rule":{"keyword":"نفط"},"lang":"ar","title":"ارتفاع أسعار النفط","text":"","match":true,"why":"clitic: al"}
            {"id":"2","rule":{"keyword":"نفط"},"lang":"ar","title":"افتتاح معرض الكتاب","text":"","match":true,"why":"wrong: on purpose"}
            """);

    assertThat(run("evaluate", cases.toString(), "--errors")).isZero();
    List<String> printed = out().lines().toList();
    assertThat(printed.get(0)).startsWith("2 [");
    assertThat(printed.get(printed.size() - 1))
        .isEqualTo(
            "{\"cases\":2,\"tp\":1,\"fp\":0,\"fn\":1,\"tn\":0,\"precision\":1.0000,\"recall\":0.5000,\"f1\":0.6667}");
  }

  @Test
  void checkSaysWhatItFound() throws IOException {
    try (StandInServer server = StandInServer.start(0)) {
      environment.put("MARSAD_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("marsad"));
      environment.put("MARSAD_HTTP_PORT", "0");
      environment.put("TELEGRAM_BOT_TOKEN", StandInServer.TOKEN);
      environment.put("MARSAD_TELEGRAM_API_URL", server.base().toString());
      environment.put("MARSAD_ACCESS", "invite");

      int sources = Opml.read(Path.of("config/feeds.opml")).size();
      int entities = Catalogue.read(Path.of("config/entities.yaml")).all().size();

      assertThat(run("check")).as(out()).isZero();
      assertThat(out())
          .contains("sources: " + sources + " in config/feeds.opml")
          .contains("entities: " + entities + " in config/entities.yaml")
          .contains("database: opened, H2")
          .contains("token: the bot is @marsad_stand_in_bot")
          .contains("https://t.me/marsad_stand_in_bot?start=" + Invite.secret(StandInServer.TOKEN))
          .contains("The bot can start.")
          .doesNotContain("STAND-IN");
    }
  }

  @Test
  void checkSaysEveryReasonWhyTheBotCouldNotStart() throws IOException {
    try (StandInServer server = StandInServer.start(0);
        ServerSocket taken = new ServerSocket(0)) {
      environment.put("MARSAD_DATABASE_URL", "jdbc:h2:file:/proc/none/marsad");
      environment.put("MARSAD_HTTP_HOST", "0.0.0.0");
      environment.put("MARSAD_HTTP_PORT", Integer.toString(taken.getLocalPort()));
      environment.put("MARSAD_FEEDS_OPML", folder.resolve("no.opml").toString());
      environment.put("MARSAD_ENTITIES", folder.resolve("no.yaml").toString());
      environment.put("TELEGRAM_BOT_TOKEN", "100200300:somebody-elses");
      environment.put("MARSAD_TELEGRAM_API_URL", server.base().toString());

      assertThat(run("check")).isEqualTo(1);
      assertThat(out())
          .contains("sources: WRONG: MARSAD_FEEDS_OPML")
          .contains("no.opml")
          .contains("entities: WRONG: MARSAD_ENTITIES")
          .contains("no.yaml")
          .contains("database: WRONG: MARSAD_DATABASE_URL cannot be opened: Error while creating")
          .contains("port: WRONG: MARSAD_HTTP_PORT")
          .contains("token: WRONG: TELEGRAM_BOT_TOKEN is not accepted")
          .contains("The bot cannot start.")
          .doesNotContain("somebody-elses");
    }
  }

  @Test
  void checkOfAWrongSettingSaysSo() {
    environment.put("MARSAD_ACCESS", "closed");

    assertThat(run("check")).isEqualTo(1);
    assertThat(out()).contains("settings: WRONG: MARSAD_ACCESS");
  }

  @Test
  void checkOfASilentServerSaysThatTheBotWouldKeepAsking() throws IOException {
    environment.put("MARSAD_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("marsad"));
    environment.put("MARSAD_HTTP_PORT", "0");
    environment.put("TELEGRAM_BOT_TOKEN", "100200300:somebodys");
    environment.put("MARSAD_TELEGRAM_API_URL", "http://127.0.0.1:9");

    assertThat(run("check")).isZero();
    assertThat(out()).contains("does not answer now");
  }
}
