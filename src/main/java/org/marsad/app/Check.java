package org.marsad.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Supplier;
import org.marsad.telegram.BotApi;
import org.marsad.telegram.BotProfile;

/**
 * The command {@code check}: tries everything the start needs, one line each, and says what keeps
 * the bot from starting. Nothing is sent to any chat.
 */
final class Check {
  private final PrintStream out;
  private boolean good = true;

  Check(PrintStream out) {
    this.out = out;
  }

  /**
   * Tries everything.
   *
   * @param settings loads them
   * @return the exit code: 0 if the bot could start, else 1
   */
  int run(Supplier<Config> settings) {
    try {
      tryAll(settings.get());
    } catch (ConfigException e) {
      wrong("settings", e);
    }
    out.println(good ? "The bot can start." : "The bot cannot start.");
    return good ? 0 : 1;
  }

  private void tryAll(Config config) {
    say("sources", () -> Catalogues.sources(config).size() + " in " + config.feedsOpml());
    say("entities", () -> Catalogues.entities(config).all().size() + " in " + config.entities());
    say("database", () -> database(config));
    say("port", () -> port(config.http()));
    say("token", () -> token(config));
  }

  private void say(String name, Supplier<String> tried) {
    try {
      out.println(name + ": " + tried.get());
    } catch (ConfigException e) {
      wrong(name, e);
    }
  }

  private void wrong(String name, ConfigException reason) {
    out.println(name + ": WRONG: " + reason.getMessage());
    good = false;
  }

  private static String database(Config config) {
    try (Database database = Database.open(config.databaseUrl())) {
      return "opened, " + (database.isH2() ? "H2" : "PostgreSQL");
    }
  }

  private static String port(Config.Http http) {
    try (ServerSocket socket =
        new ServerSocket(http.port(), 1, InetAddress.getByName(http.host()))) {
      return http.host() + ":" + socket.getLocalPort() + " is free";
    } catch (IOException e) {
      throw Setting.MARSAD_HTTP_PORT.wrong(
          "cannot be listened on at " + http.host() + ": " + e.getMessage());
    }
  }

  private String token(Config config) {
    if (config.token().isEmpty()) {
      return "none is set, so the playground would start";
    }
    try (BotApi api = new BotApi(config.apiUrl(), config.token())) {
      BotProfile.Identity identity = new BotProfile(api).ask();
      if (identity instanceof BotProfile.Identity.Refused refused) {
        throw Setting.TELEGRAM_BOT_TOKEN.wrong(
            "is not accepted by " + config.apiUrl() + ": " + refused.reason());
      }
      if (identity instanceof BotProfile.Identity.Silent silent) {
        return config.apiUrl()
            + " does not answer now; the bot would start and keep asking: "
            + silent.reason();
      }
      String name = ((BotProfile.Identity.Known) identity).userName();
      String invite =
          config.byInvitation() ? "; invite link: " + Invite.link(name, config.token()) : "";
      return "the bot is @" + name + invite;
    }
  }
}
