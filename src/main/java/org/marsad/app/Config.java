package org.marsad.app;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.CheckTimes;
import org.marsad.playground.Playground;
import org.yaml.snakeyaml.error.YAMLException;

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
  private static final int FILE_ORDINAL = 100;
  private static final int ENVIRONMENT_ORDINAL = 300;

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
    Map<String, String> values = values(file, environment);
    Function<Setting, String> get =
        setting -> values.getOrDefault(setting.property(), setting.standard()).strip();
    Duration min = duration(Setting.MARSAD_FEED_MIN_INTERVAL, get);
    Duration max = duration(Setting.MARSAD_FEED_MAX_INTERVAL, get);
    if (max.compareTo(min) < 0) {
      throw Setting.MARSAD_FEED_MAX_INTERVAL.wrong(
          "is shorter than MARSAD_FEED_MIN_INTERVAL: " + max + " < " + min);
    }
    return new Config(
        token(get),
        apiUrl(get),
        number(Setting.MARSAD_TELEGRAM_RATE, get, 1, 1000),
        databaseUrl(get),
        keep(get),
        Path.of(get.apply(Setting.MARSAD_FEEDS_OPML)),
        Path.of(get.apply(Setting.MARSAD_ENTITIES)),
        new Http(
            get.apply(Setting.MARSAD_HTTP_HOST),
            number(Setting.MARSAD_HTTP_PORT, get, 0, 65535),
            publicUrl(get)),
        new FeedRules(
            min,
            max,
            oneOf(Setting.MARSAD_FEED_ALLOW_PRIVATE_ADDRESSES, get, "true", "false"),
            number(Setting.MARSAD_FEED_PER_CHAT, get, 0, 1000)),
        admins(get),
        oneOf(Setting.MARSAD_ACCESS, get, "invite", "open"));
  }

  private static Map<String, String> values(Path file, Map<String, String> environment) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withSources(new EnvConfigSource(environment, ENVIRONMENT_ORDINAL));
    if (Files.exists(file)) {
      YamlConfigSource yaml = yaml(file);
      refuseUnknown(file, yaml);
      builder.withSources(yaml);
    }
    SmallRyeConfig config = builder.build();
    Map<String, String> values = new HashMap<>();
    for (Setting setting : Setting.values()) {
      config
          .getOptionalValue(setting.property(), String.class)
          .ifPresent(value -> values.put(setting.property(), value));
    }
    return values;
  }

  private static YamlConfigSource yaml(Path file) {
    try {
      return new YamlConfigSource(file.toString(), Files.readString(file), FILE_ORDINAL);
    } catch (IOException | YAMLException e) {
      String said = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
      throw new ConfigException(
          file.toString(), "cannot be read: " + said, "the file that ships with the program", e);
    }
  }

  private static void refuseUnknown(Path file, YamlConfigSource yaml) {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::property).collect(Collectors.toSet());
    for (String name : yaml.getPropertyNames()) {
      if (!known.contains(name)) {
        throw new ConfigException(
            file + ": " + name,
            "is no setting",
            "one of " + String.join(", ", known.stream().sorted().toList()),
            null);
      }
    }
  }

  private static String token(Function<Setting, String> get) {
    String token = get.apply(Setting.TELEGRAM_BOT_TOKEN);
    if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
      throw Setting.TELEGRAM_BOT_TOKEN.wrong("is not of the form that @BotFather gives");
    }
    return token;
  }

  private static URI apiUrl(Function<Setting, String> get) {
    return webAddress(Setting.MARSAD_TELEGRAM_API_URL, get.apply(Setting.MARSAD_TELEGRAM_API_URL));
  }

  private static @Nullable URI publicUrl(Function<Setting, String> get) {
    String value = get.apply(Setting.MARSAD_PUBLIC_URL).replaceFirst("/+$", "");
    URI url = value.isEmpty() ? null : webAddress(Setting.MARSAD_PUBLIC_URL, value);
    if (url != null && (url.getRawQuery() != null || url.getRawFragment() != null)) {
      throw Setting.MARSAD_PUBLIC_URL.wrong("ends in ? or #: " + value);
    }
    return url;
  }

  private static URI webAddress(Setting setting, String value) {
    try {
      URI url = URI.create(value);
      if (url.getHost() != null
          && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw setting.wrong("is no address: " + value);
    }
    throw setting.wrong("is no http or https address: " + value);
  }

  private static String databaseUrl(Function<Setting, String> get) {
    String url = get.apply(Setting.MARSAD_DATABASE_URL);
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw Setting.MARSAD_DATABASE_URL.wrong("is neither an H2 nor a PostgreSQL address");
    }
    return url;
  }

  private static Keep keep(Function<Setting, String> get) {
    Duration items = duration(Setting.MARSAD_KEEP_ITEMS, get);
    if (items.compareTo(Duration.ofDays(1)) < 0) {
      throw Setting.MARSAD_KEEP_ITEMS.wrong("is shorter than a day: " + items);
    }
    return new Keep(items, ArchiveFolder.of(get.apply(Setting.MARSAD_ARCHIVE), databaseUrl(get)));
  }

  private static int number(Setting setting, Function<Setting, String> get, int min, int max) {
    String value = get.apply(setting);
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw setting.wrong("is no whole number: " + value);
    }
    throw setting.wrong("is not between " + min + " and " + max + ": " + value);
  }

  private static Duration duration(Setting setting, Function<Setting, String> get) {
    String value = get.apply(setting);
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw setting.wrong("is no ISO 8601 duration: " + value);
    }
    throw setting.wrong("is shorter than one second: " + value);
  }

  private static boolean oneOf(
      Setting setting, Function<Setting, String> get, String yes, String no) {
    String value = get.apply(setting);
    if (!value.equals(yes) && !value.equals(no)) {
      throw setting.wrong("is neither " + yes + " nor " + no + ": " + value);
    }
    return value.equals(yes);
  }

  private static Set<Long> admins(Function<Setting, String> get) {
    String value = get.apply(Setting.MARSAD_ADMINS);
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
