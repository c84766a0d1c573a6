package org.marsad.app;

/**
 * One setting: its name in the environment, its name in {@code config/marsad.yaml}, what holds
 * without it, and what it does.
 *
 * <p>The order is the order {@code --help} and README.md list them in.
 */
enum Setting {
  TELEGRAM_BOT_TOKEN(
      "telegram.bot.token",
      "",
      "123456789:AAF-secret-from-BotFather",
      "the bot's token from @BotFather; without one the playground starts"),
  MARSAD_TELEGRAM_API_URL(
      "marsad.telegram.api.url",
      "https://api.telegram.org",
      "https://api.telegram.org or http://localhost:8081",
      "the Bot API server; any http or https base, for a self-hosted one"),
  MARSAD_TELEGRAM_RATE(
      "marsad.telegram.rate",
      "30",
      "30",
      "messages a second over all chats, 1 to 1000; Telegram's own limit is about 30"),
  MARSAD_DATABASE_URL(
      "marsad.database.url",
      "jdbc:h2:file:./data/marsad",
      "jdbc:h2:file:./data/marsad or jdbc:postgresql://localhost/marsad?user=marsad&password=secret",
      "where everything is kept: H2 in a file, or PostgreSQL"),
  MARSAD_KEEP_ITEMS(
      "marsad.keep.items",
      "P30D",
      "P30D for thirty days",
      "how long items are kept, to be searched and to try watches on (ISO 8601 duration, a day or more)"),
  MARSAD_ARCHIVE(
      "marsad.archive",
      "",
      "data/archive",
      "folder of the archive's index; beside the H2 file, or data/archive, unless said otherwise"),
  MARSAD_FEEDS_OPML(
      "marsad.feeds.opml",
      "config/feeds.opml",
      "config/feeds.opml",
      "the catalogue of sources; read at start and when it changes"),
  MARSAD_ENTITIES(
      "marsad.entities",
      "config/entities.yaml",
      "config/entities.yaml",
      "the catalogue of people, forces, places and bodies; read at start and when it changes"),
  MARSAD_HTTP_PORT(
      "marsad.http.port",
      "8080",
      "8080",
      "port of health, metrics and the playground, 0 to 65535; 0 takes a free one"),
  MARSAD_HTTP_HOST(
      "marsad.http.host",
      "127.0.0.1",
      "127.0.0.1 or 0.0.0.0",
      "address that port is bound to; loopback unless said otherwise"),
  MARSAD_PUBLIC_URL(
      "marsad.public.url",
      "",
      "https://marsad.example.org",
      "where the hubs of feeds reach this port (WebSub); without it, feeds are only polled"),
  MARSAD_FEED_MIN_INTERVAL(
      "marsad.feed.min.interval",
      "PT1M",
      "PT1M for one minute",
      "a source is never read more often than this (ISO 8601 duration)"),
  MARSAD_FEED_MAX_INTERVAL(
      "marsad.feed.max.interval",
      "PT15M",
      "PT15M for a quarter of an hour",
      "a healthy source is read at least this often (ISO 8601 duration)"),
  MARSAD_FEED_ALLOW_PRIVATE_ADDRESSES(
      "marsad.feed.allow.private.addresses",
      "false",
      "true or false",
      "whether sources may stand on private and loopback addresses"),
  MARSAD_FEED_PER_CHAT(
      "marsad.feed.per.chat",
      "50",
      "50",
      "sources a chat may add to those of the catalogue, 0 to 1000"),
  MARSAD_ADMINS(
      "marsad.admins",
      "",
      "12345678, -1001234567890",
      "numbers of the operator's chats, separated by commas"),
  MARSAD_ACCESS(
      "marsad.access",
      "open",
      "open or invite",
      "who may subscribe: anybody, or only who has the invite link that check prints");

  private final String property;
  private final String standard;
  private final String example;
  private final String help;

  Setting(String property, String standard, String example, String help) {
    this.property = property;
    this.standard = standard;
    this.example = example;
    this.help = help;
  }

  /** Its name in the file. */
  String property() {
    return property;
  }

  /** What holds when nobody says anything. */
  String standard() {
    return standard;
  }

  /** What it does, in a line. */
  String help() {
    return help;
  }

  /** The error for a wrong value. */
  ConfigException wrong(String what) {
    return new ConfigException(name(), what, example, null);
  }
}
