package org.marsad.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Crowd;
import org.marsad.playground.StandIn;
import org.marsad.playground.StandInServer;
import org.marsad.playground.Transcript;
import org.marsad.poll.FeedServer;

/**
 * The whole program between a stand-in Telegram and a feed server, on an H2 file in a folder of the
 * test's, with a feed that is read every second.
 */
final class BotBench implements AutoCloseable {
  static final long LAYLA = 5001;
  static final long OMAR = 5002;

  final StandInServer server = StandInServer.start(0);
  final StandIn telegram = server.standIn();
  final Crowd crowd = telegram.crowd();
  final Transcript chats = telegram.transcript();
  final FeedServer feed;

  /** What the bot is started with; a test may change it before. */
  final Map<String, String> environment = new LinkedHashMap<>();

  /** What the bot is started with; set forward, it was down for long. */
  Clock clock = Clock.systemUTC();

  private final Path opml;
  private @Nullable Marsad bot;

  BotBench(Path folder) throws IOException {
    this.feed = new FeedServer();
    this.opml = folder.resolve("feeds.opml");
    catalogue(feed.url());
    crowd.person(LAYLA, "ليلى", "ar");
    crowd.person(OMAR, "Omar", "en");
    environment.put("TELEGRAM_BOT_TOKEN", StandInServer.TOKEN);
    environment.put("MARSAD_TELEGRAM_API_URL", server.base().toString());
    environment.put("MARSAD_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data/marsad"));
    environment.put("MARSAD_FEEDS_OPML", opml.toString());
    environment.put("MARSAD_ENTITIES", Path.of("config/entities.yaml").toAbsolutePath().toString());
    environment.put("MARSAD_HTTP_PORT", "0");
    environment.put("MARSAD_FEED_MIN_INTERVAL", "PT1S");
    environment.put("MARSAD_FEED_MAX_INTERVAL", "PT1S");
    environment.put("MARSAD_FEED_ALLOW_PRIVATE_ADDRESSES", "true");
  }

  /** Writes the catalogue of sources. */
  void catalogue(URI... feeds) {
    String outlines =
        List.of(feeds).stream()
            .map(url -> "<outline type=\"rss\" text=\"وكالة المرصد\" xmlUrl=\"" + url + "\"/>")
            .collect(Collectors.joining());
    try {
      Files.writeString(opml, "<opml version=\"2.0\"><body>" + outlines + "</body></opml>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Config config() {
    return Config.load(Path.of("no such file"), environment);
  }

  /** Starts the bot, anew if it ran before. */
  Marsad start() {
    stop();
    bot = Marsad.open(config(), clock);
    bot.start();
    return bot;
  }

  void stop() {
    if (bot != null) {
      bot.close();
      bot = null;
    }
  }

  /** Says something to the bot and waits for an answer that contains a part. */
  ChatMessage ask(long chat, long person, String text, String part) {
    int before = chats.of(chat).size();
    crowd.say(chat, person, text);
    return chats
        .await(
            chat,
            message ->
                message.id() > before
                    && (message.from() == null || message.isFromBot())
                    && !message.text().equals(text)
                    && message.text().contains(part),
            Duration.ofSeconds(10))
        .orElseThrow(
            () -> new AssertionError("no answer with «" + part + "» but " + chats.of(chat)));
  }

  /** Has a chat follow Saddam Haftar. */
  void watch(long chat, long person) {
    ask(chat, person, "/start", "");
    ask(chat, person, "راقب صدام حفتر", person == OMAR ? "Saddam Haftar" : "صدام حفتر");
  }

  /** Waits for what tells a headline. */
  ChatMessage awaitAlert(long chat, String headline) {
    return chats
        .await(chat, message -> message.text().contains(headline), Duration.ofSeconds(15))
        .orElseThrow(() -> new AssertionError("no alert of «" + headline + "»: " + chats.of(chat)));
  }

  /** Waits until the feed was read so often from now on. */
  void awaitReads(int times) {
    int before = feed.requests.get();
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> feed.requests.get() >= before + times);
  }

  /** What the bot's HTTP server says. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return fetch(running().address() + path);
  }

  static HttpResponse<String> fetch(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private Marsad running() {
    if (bot == null) {
      throw new IllegalStateException("the bot was not started");
    }
    return bot;
  }

  @Override
  public void close() {
    stop();
    server.close();
    feed.close();
  }
}
