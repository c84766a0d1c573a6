package org.marsad.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.CheckTimes;
import org.marsad.playground.Playground;

/**
 * What the operator decided: {@code config/marsad.yaml}, overruled by the environment. Checked when
 * loaded, so that a wrong value stops the start and not something later.
 *
 * @param token the bot's token; empty for none
 * @param apiUrl base of the Bot API server
 * @param messagesPerSecond over all chats
 * @param databaseUrl a JDBC address
 * @param keep what is kept of items
 * @param feedsOpml the catalogue of sources
 * @param entities the catalogue of entities
 * @param http where health and metrics are served
 * @param feeds how sources are read
 * @param admins Telegram's numbers of the operator's chats
 * @param byInvitation whether a new chat needs an invite link
 */
record Config(
    String token,
    URI apiUrl,
    int messagesPerSecond,
    String databaseUrl,
    Keep keep,
    Path feedsOpml,
    Path entities,
    Http http,
    FeedRules feeds,
    Set<Long> admins,
    boolean byInvitation) {

  private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]*:[A-Za-z0-9_-]{5,75}");

  /**
   * What is kept of items.
   *
   * @param items how long
   * @param archive folder of the archive's index; null for one in memory
   */
  record Keep(Duration items, @Nullable Path archive) {
    private Keep inMemory() {
      return new Keep(items, null);
    }
  }

  /**
   * Where the program listens.
   *
   * @param publicUrl where the hubs of feeds reach it, without a slash at the end; null where they
   *     do not
   */
  record Http(String host, int port, @Nullable URI publicUrl) {
    /** Whether only this machine reaches it. */
    boolean isLoopback() {
      return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
  }

  /** How often sources are read, from where, and how many a chat may add. */
  record FeedRules(
      Duration minInterval, Duration maxInterval, boolean allowPrivateAddresses, int perChat) {
    CheckTimes.Bounds bounds() {
      return new CheckTimes.Bounds(minInterval, maxInterval);
    }
  }

  /** Copies the admins. */
  Config {
    admins = Set.copyOf(admins);
  }

  /** The bot's public number, the part of the token before the colon; empty without a token. */
  String botNumber() {
    return token.substring(0, Math.max(0, token.indexOf(':')));
  }

  /** The same without a token: what starts with it is the playground. */
  Config withoutToken() {
    return with("", databaseUrl, keep, feeds, byInvitation);
  }

  /**
   * What holds in the playground: its stand-in's token, a database in memory so that nothing is
   * kept, sources on loopback read every second, and no invitation.
   */
  Config inPlayground() {
    return with(
        Playground.TOKEN,
        "jdbc:h2:mem:playground-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
        keep.inMemory(),
        new FeedRules(Duration.ofSeconds(1), Duration.ofSeconds(2), true, feeds.perChat()),
        false);
  }

  private Config with(
      String otherToken, String otherDatabase, Keep kept, FeedRules rules, boolean invited) {
    return new Config(
        otherToken,
        apiUrl,
        messagesPerSecond,
        otherDatabase,
        kept,
        feedsOpml,
        entities,
        http,
        rules,
        admins,
        invited);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Config[apiUrl=" + apiUrl + ", feedsOpml=" + feedsOpml + ", entities=" + entities + "]";
  }

  /**
   * Loads it.
   *
   * @param file the YAML file; one that does not exist is no error
   * @param environment the process's variables
   * @throws ConfigException naming the setting that is wrong, what is wrong with it, and an example
   */
  static Config load(Path file, Map<String, String> environment) {
    Given given = Given.read(file, environment);
    Duration min = given.duration(Setting.MARSAD_FEED_MIN_INTERVAL);
    Duration max = given.duration(Setting.MARSAD_FEED_MAX_INTERVAL);
    if (max.compareTo(min) < 0) {
      throw Setting.MARSAD_FEED_MAX_INTERVAL.wrong(
          "is shorter than MARSAD_FEED_MIN_INTERVAL: " + max + " < " + min);
    }
    return new Config(
        token(given),
        given.webAddress(Setting.MARSAD_TELEGRAM_API_URL),
        given.number(Setting.MARSAD_TELEGRAM_RATE, 1, 1000),
        databaseUrl(given),
        keep(given),
        Path.of(given.text(Setting.MARSAD_FEEDS_OPML)),
        Path.of(given.text(Setting.MARSAD_ENTITIES)),
        new Http(
            given.text(Setting.MARSAD_HTTP_HOST),
            given.number(Setting.MARSAD_HTTP_PORT, 0, 65535),
            publicUrl(given)),
        new FeedRules(
            min,
            max,
            given.oneOf(Setting.MARSAD_FEED_ALLOW_PRIVATE_ADDRESSES, "true", "false"),
            given.number(Setting.MARSAD_FEED_PER_CHAT, 0, 1000)),
        admins(given),
        given.oneOf(Setting.MARSAD_ACCESS, "invite", "open"));
  }

  private static String token(Given given) {
    String token = given.text(Setting.TELEGRAM_BOT_TOKEN);
    if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
      throw Setting.TELEGRAM_BOT_TOKEN.wrong("is not of the form that @BotFather gives");
    }
    return token;
  }

  private static @Nullable URI publicUrl(Given given) {
    String value = given.text(Setting.MARSAD_PUBLIC_URL).replaceFirst("/+$", "");
    URI url = value.isEmpty() ? null : Given.webAddress(Setting.MARSAD_PUBLIC_URL, value);
    if (url != null && (url.getRawQuery() != null || url.getRawFragment() != null)) {
      throw Setting.MARSAD_PUBLIC_URL.wrong("ends in ? or #: " + value);
    }
    return url;
  }

  private static String databaseUrl(Given given) {
    String url = given.text(Setting.MARSAD_DATABASE_URL);
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw Setting.MARSAD_DATABASE_URL.wrong("is neither an H2 nor a PostgreSQL address");
    }
    return url;
  }

  private static Keep keep(Given given) {
    Duration items = given.duration(Setting.MARSAD_KEEP_ITEMS);
    if (items.compareTo(Duration.ofDays(1)) < 0) {
      throw Setting.MARSAD_KEEP_ITEMS.wrong("is shorter than a day: " + items);
    }
    return new Keep(
        items, ArchiveFolder.of(given.text(Setting.MARSAD_ARCHIVE), databaseUrl(given)));
  }

  private static Set<Long> admins(Given given) {
    String value = given.text(Setting.MARSAD_ADMINS);
    try {
      return Arrays.stream(value.split(",", -1))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .map(Long::valueOf)
          .collect(Collectors.toSet());
    } catch (NumberFormatException e) {
      throw Setting.MARSAD_ADMINS.wrong("holds something that is no chat number: " + value);
    }
  }
}
