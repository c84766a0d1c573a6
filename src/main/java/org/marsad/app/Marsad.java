package org.marsad.app;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.AlertText;
import org.marsad.alert.CatalogueNews;
import org.marsad.alert.Deliverer;
import org.marsad.alert.SendBudget;
import org.marsad.archive.Archive;
import org.marsad.chat.Conversation;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.FetchLimits;
import org.marsad.feed.HostLimits;
import org.marsad.playground.Playground;
import org.marsad.telegram.Answering;
import org.marsad.telegram.BotApi;
import org.marsad.telegram.BotProfile;
import org.marsad.telegram.TelegramMessenger;
import org.marsad.telegram.TelegramUpdates;
import org.marsad.watch.WatchMatcher;
import org.marsad.web.HubPages;
import org.marsad.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole program, wired here and nowhere else: with a token it is that bot, without one the
 * playground. {@link #open} opens the database and the HTTP port, {@link #start} sets it going,
 * closing it finishes what is in flight within ten seconds.
 */
public final class Marsad implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Marsad.class);
  private static final Duration CATALOGUE_PAUSE = Duration.ofSeconds(2);
  private static final Duration WATCHES_PAUSE = Duration.ofSeconds(5);
  private static final Duration ARCHIVE_PAUSE = Duration.ofSeconds(1);
  private static final Duration MENU_PAUSE = Duration.ofSeconds(10);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(8);

  private final Clock clock;
  private final Opened opened;
  private final @Nullable Playground playground;
  private final Database database;
  private final Tables tables;
  private final WebServer web;
  private final Menu menu;
  private final Deliverer deliverer;
  private final Answering answering;
  private final TelegramUpdates updates;
  private final WatchesFollower watches;
  private final Followed<List<CatalogueFeed>> sources;
  private final Followed<Catalogue> entities;
  private final Archive archive;
  private final Polling polling;
  private final Schedule schedule;
  private final List<Repeated> chores = new ArrayList<>();

  /**
   * Opens what the settings say; nothing runs yet but the HTTP server.
   *
   * @throws ConfigException if a setting keeps it from working: an unreadable catalogue, a database
   *     that cannot be opened, a port in use
   */
  public static Marsad open(Config config, Clock clock) {
    Opened opened = new Opened();
    try {
      return new Marsad(config, clock, opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private Marsad(Config given, Clock clock, Opened opened) {
    this.clock = clock;
    this.opened = opened;
    this.playground = given.token().isEmpty() ? new Playground(clock, Playground.INTERVAL) : null;
    Config config = playground == null ? given : playing(given);
    WatchMatcher matcher = new WatchMatcher(Catalogues.entities(config));
    this.database = opened.add(Database.open(config.databaseUrl()));
    this.tables = Tables.of(database.jdbi(), clock);
    this.watches = new WatchesFollower(tables.watches(), matcher);
    this.archive = opened.add(new Archive(tables.items(), matcher, clock, config.keep().archive()));

    Metrics metrics = new Metrics(tables.outbox(), clock);
    Readiness readiness = new Readiness();
    FetchLimits limits = limits(config);
    HubPages hubs = new HubPages(tables.subscriptions(), clock, (int) limits.maxBodyBytes());
    this.web = opened.add(listen(config.http(), readiness, metrics, hubs));
    if (playground != null) {
      opened.add(playground); // closed before the server, which waits for those it answers
    }

    BotApi api =
        opened.add(
            new BotApi(playground == null ? config.apiUrl() : web.address(), config.token()));
    BotProfile profile = new BotProfile(api);
    this.menu = new Menu(profile);
    this.deliverer = deliverer(api, config.messagesPerSecond(), metrics);
    this.polling =
        new Polling(
            new Polling.Parts(config, database, tables, matcher, metrics, limits, clock),
            opened,
            deliverer);
    this.schedule = polling.schedule();
    hubs.open(polling.poll());
    CatalogueNews news =
        new CatalogueNews(database.jdbi(), tables.outbox(), config.admins(), clock);
    this.sources = Catalogues.follow(listed(config), tables.feeds(), schedule::follow, news);
    this.entities = Catalogues.follow(config, matcher, news);

    Conversation conversation =
        new Conversation(tables.desk(matcher, archive, polling.sourcing(), clock), entry(config));
    this.answering = new Answering(api, profile, tables.updates(), conversation::answer);
    this.updates = new TelegramUpdates(api, tables.updates(), answering::wake, clock);
    readiness.needs(conditions());
  }

  private Deliverer deliverer(BotApi api, int messagesPerSecond, Metrics metrics) {
    return new Deliverer(
        tables.forDelivery(clock),
        new TelegramMessenger(api),
        new SendBudget(messagesPerSecond, System::nanoTime),
        alert -> AlertText.of(alert, clock.instant()),
        metrics.registry());
  }

  /** The playground's feeds all stand on one host, its own, and may be read as often as asked. */
  private FetchLimits limits(Config config) {
    FetchLimits polite = About.limits(config);
    return playground == null ? polite : polite.withPerHost(HostLimits.NONE);
  }

  private WebServer listen(Config.Http http, Readiness readiness, Metrics metrics, HubPages hubs) {
    try {
      return new WebServer(
          new WebServer.Listen(http.host(), http.port()),
          readiness::state,
          metrics::page,
          playground == null ? List.of(hubs::pages) : List.of(playground::pages, hubs::pages));
    } catch (RuntimeException e) {
      LOG.debug("The port cannot be listened on", e);
      throw Setting.MARSAD_HTTP_PORT.wrong(
          "cannot be listened on at " + http.host() + ": " + e.getMessage());
    }
  }

  private static Config playing(Config given) {
    if (!given.http().isLoopback()) {
      LOG.warn(
          "This is no bot: without TELEGRAM_BOT_TOKEN nothing is sent to Telegram, nothing is kept, and the"
              + " playground is open to whoever reaches {}",
          given.http().host());
    }
    return given.inPlayground();
  }

  private static Conversation.Entry entry(Config config) {
    return new Conversation.Entry(
        config.admins(), config.byInvitation(), Invite.secret(config.token()));
  }

  private Supplier<List<CatalogueFeed>> listed(Config config) {
    return playground == null
        ? () -> Catalogues.sources(config)
        : () -> playground.feeds(web.address());
  }

  private Map<String, Supplier<String>> conditions() {
    Map<String, Supplier<String>> conditions = new LinkedHashMap<>();
    conditions.put("database", () -> database.isOpen() ? Readiness.OK : "gives no connection");
    conditions.put("schedule", () -> schedule.isStarted() ? Readiness.OK : "not started");
    conditions.put("telegram", this::telegram);
    return conditions;
  }

  private String telegram() {
    Instant last = updates.lastPoll();
    Instant oldest = clock.instant().minus(TelegramUpdates.POLL_TIMEOUT.multipliedBy(2));
    if (last.isAfter(oldest)) {
      return Readiness.OK;
    }
    String since = last.equals(Instant.EPOCH) ? "the start" : last.toString();
    return "no getUpdates succeeded since " + since + " " + updates.trouble();
  }

  /**
   * Sets it going. What an earlier run left unfinished is finished first.
   *
   * @throws ConfigException if the server knows no bot with this token; one that does not answer
   *     keeps being asked
   */
  public void start() {
    menu.greet();
    if (database.isH2()) {
      tables.outbox().release(clock.instant());
    }
    watches.look();
    deliverer.start();
    answering.start();
    updates.start();
    schedule.start();
    chores.add(new Repeated("menu", MENU_PAUSE, menu::show));
    chores.add(new Repeated("sources", CATALOGUE_PAUSE, sources::look));
    chores.add(new Repeated("entities", CATALOGUE_PAUSE, entities::look));
    chores.add(new Repeated("archive", ARCHIVE_PAUSE, archive::follow));
    if (!database.isH2()) {
      chores.add(new Repeated("watches", WATCHES_PAUSE, watches::look));
    }
    chores.addAll(polling.chores());
    if (playground != null) {
      playground.start();
    }
  }

  /** Completed with the reason when Telegram no longer accepts the token while the bot runs. */
  public CompletableFuture<String> refused() {
    return updates.refused();
  }

  /** The port health, metrics and the playground are served on. */
  public int port() {
    return web.port();
  }

  /** The address this machine reaches that port at. */
  public URI address() {
    return web.address();
  }

  /** Whether it is the playground, since no token was given. */
  public boolean isPlayground() {
    return playground != null;
  }

  /**
   * Asks nobody for anything new, finishes what is in flight, all side by side so that one slow end
   * takes no time from another, and closes the database last.
   */
  @Override
  public void close() {
    chores.forEach(Repeated::close);
    List<AutoCloseable> running = List.of(updates, schedule, answering, deliverer);
    ExecutorService closing = Executors.newFixedThreadPool(running.size());
    try {
      closing.invokeAll(
          running.stream().map(Marsad::closing).toList(),
          PATIENCE_AT_CLOSE.toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closing.shutdown();
    opened.close();
  }

  private static Callable<Boolean> closing(AutoCloseable running) {
    return () -> {
      try (Opened one = new Opened()) {
        one.add(running);
      }
      return true;
    };
  }
}
