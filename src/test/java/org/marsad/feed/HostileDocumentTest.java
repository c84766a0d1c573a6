package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What documents do to harm, and what becomes of it. */
@Timeout(30)
final class HostileDocumentTest {
  private static final URI BASE = URI.create("https://news.example/");

  @Test
  void billionLaughsStayOneLine() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      String ten = ("&a" + (i - 1) + ";").repeat(10);
      bomb.append("<!ENTITY a").append(i).append(" \"").append(ten).append("\">");
    }
    bomb.append("]><rss><channel><item><title>x &a29; y</title></item></channel></rss>");
    assertThat(only(bomb.toString()).title()).startsWith("x").endsWith("y").hasSizeLessThan(20);
  }

  @Test
  void noExternalEntityAndNoXincludeIsRead(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "top secret", UTF_8);
    String document =
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '%s'><!ENTITY %% p SYSTEM '%s'>%%p;]>"
            + "<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>t&x;</title>"
            + "<description><xi:include href='%s' parse='text'/></description></item></channel></rss>";
    HostileServer server = new HostileServer().on("/dtd", "200 OK", new byte[] {'x'});
    Item item =
        only(
            String.format(
                java.util.Locale.ROOT,
                document,
                secret.toUri(),
                server.url("/dtd"),
                secret.toUri()));
    assertThat(item.title() + item.summary()).doesNotContain("secret");
    assertThat(server.requests()).isEmpty();
    server.close();
  }

  @Test
  void aDocumentOfEndlessDepthIsReadInTimeAndWithoutOverflow() {
    String deep = "<b>".repeat(200_000) + "text" + "</b>".repeat(200_000);
    String document = "<rss><channel><item><title>t</title><description>" + deep;
    assertThat(feed(document).items()).isNotEmpty();
    String escaped = document.replace("<b>", "&lt;b>").replace("</b>", "&lt;/b>");
    assertThat(feed(escaped).items()).isNotEmpty();
  }

  @Test
  void scriptsAndMarkupNeverReachATitle() {
    Item item =
        only(
            "<rss><channel><item><title>&lt;script>x()&lt;/script>&lt;img src=x onerror=y()>نص"
                + "&lt;style>a{}&lt;/style></title></item></channel></rss>");
    assertThat(item.title()).isEqualTo("نص");
  }

  @Test
  void zeroCharactersReachNoColumn() {
    Item item =
        only(
            "{'version':'https://jsonfeed.org/version/1.1','items':[{'id':'a~','url':'https://a.example/~',"
                    .replace("~", "\\u0000")
                    .replace('\'', '"')
                + "\"title\":\"t\\u0000\",\"image\":\"https://a.example/\\u0000.png\"}]}");
    assertThat(item.toString()).doesNotContain("\u0000");
    assertThat(item.link()).isNull();
    assertThat(item.title()).isEqualTo("t");
  }

  private static Item only(String document) {
    List<Item> items = feed(document).items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static ParsedFeed feed(String document) {
    return ((Parsed.Ok) new FeedParser().parse(document.getBytes(UTF_8), null, BASE)).feed();
  }
}
