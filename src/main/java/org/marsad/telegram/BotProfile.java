package org.marsad.telegram;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Who the bot is on Telegram, and the commands its menu shows. */
public final class BotProfile {
  private static final Logger LOG = LoggerFactory.getLogger(BotProfile.class);

  private final BotApi api;

  /** Asks this server. */
  public BotProfile(BotApi api) {
    this.api = api;
  }

  /**
   * The bot's user name.
   *
   * @throws IllegalStateException if the server does not accept the token or cannot be reached,
   *     saying which, without the token
   */
  public String userName() {
    try {
      String name = api.client().execute(new GetMe()).getUserName();
      return name == null ? "" : name;
    } catch (TelegramApiException e) {
      throw new IllegalStateException(String.valueOf(SendOutcome.of(e)), e);
    }
  }

  /**
   * Sets the menu of commands.
   *
   * @param language two letters, or empty for every client whose language has no menu of its own
   * @param commands names without a slash to descriptions, in the order to be shown
   */
  public void showCommands(String language, Map<String, String> commands) {
    List<BotCommand> menu =
        commands.entrySet().stream().map(c -> new BotCommand(c.getKey(), c.getValue())).toList();
    SetMyCommands request = new SetMyCommands(menu);
    if (!language.isEmpty()) {
      request.setLanguageCode(language);
    }
    try {
      api.client().execute(request);
    } catch (TelegramApiException e) {
      LOG.warn(
          "The menu of commands could not be set ({}); commands work all the same",
          SendOutcome.of(e));
    }
  }
}
