package org.marsad.app;

import org.marsad.chat.Conversation;
import org.marsad.telegram.BotProfile;
import org.marsad.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the bot known: asks the server whose token it is and sets the menu of commands, in Arabic
 * and, for every other client, in English.
 */
final class Menu {
  private static final Logger LOG = LoggerFactory.getLogger(Menu.class);

  private final BotProfile profile;
  private boolean shown;

  Menu(BotProfile profile) {
    this.profile = profile;
  }

  /**
   * Asks the server who the bot is.
   *
   * @throws ConfigException if it knows no bot with this token; one that does not answer is told of
   *     in the log only
   */
  void greet() {
    BotProfile.Identity identity = profile.ask();
    if (identity instanceof BotProfile.Identity.Refused refused) {
      throw Setting.TELEGRAM_BOT_TOKEN.wrong(
          "is not accepted by the Bot API server: " + refused.reason());
    }
    if (identity instanceof BotProfile.Identity.Silent silent) {
      LOG.warn("Telegram does not answer yet ({}); it is asked again and again", silent.reason());
    }
  }

  /** Sets the menu; does nothing once that is done, and nothing while the server is silent. */
  synchronized void show() {
    shown =
        shown
            || (!profile.userName().isEmpty()
                && profile.showCommands("", Conversation.menu(Language.EN))
                && profile.showCommands("ar", Conversation.menu(Language.AR)));
  }
}
