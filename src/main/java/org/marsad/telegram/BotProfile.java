package org.marsad.telegram;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Who the bot is on Telegram, and the commands its menu shows. Thread-safe. */
public final class BotProfile {
  private static final Logger LOG = LoggerFactory.getLogger(BotProfile.class);

  private final BotApi api;
  private volatile String known = "";

  /** Asks this server. */
  public BotProfile(BotApi api) {
    this.api = api;
  }

  /** What the server says of the token. */
  public sealed interface Identity {
    /** It is this bot's. */
    record Known(String userName) implements Identity {}

    /** It is nobody's. */
    record Refused(String reason) implements Identity {}

    /** The server says nothing. */
    record Silent(String reason) implements Identity {}
  }

  /** Asks who the bot is. */
  public Identity ask() {
    try {
      String name = api.client().execute(new GetMe()).getUserName();
      known = name == null ? "" : name;
      return new Identity.Known(known);
    } catch (TelegramApiRequestException e) {
      Integer code = e.getErrorCode();
      boolean refused = code != null && (code == 401 || code == 404);
      return refused
          ? new Identity.Refused(code + " " + e.getApiResponse())
          : new Identity.Silent(SendOutcome.of(e).toString());
    } catch (TelegramApiException e) {
      return new Identity.Silent(SendOutcome.of(e).toString());
    }
  }

  /** The bot's user name; empty while the server has not told it. */
  public String userName() {
    if (known.isEmpty()) {
      ask();
    }
    return known;
  }

  /**
   * Sets the menu of commands.
   *
   * @param language two letters, or empty for every client whose language has no menu of its own
   * @param commands names without a slash to descriptions, in the order to be shown
   * @return whether it is set
   */
  public boolean showCommands(String language, Map<String, String> commands) {
    List<BotCommand> menu =
        commands.entrySet().stream().map(c -> new BotCommand(c.getKey(), c.getValue())).toList();
    SetMyCommands request = new SetMyCommands(menu);
    if (!language.isEmpty()) {
      request.setLanguageCode(language);
    }
    try {
      return api.client().execute(request);
    } catch (TelegramApiException e) {
      LOG.warn(
          "The menu of commands could not be set ({}); commands work all the same",
          SendOutcome.of(e));
      return false;
    }
  }
}
