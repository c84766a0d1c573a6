package org.marsad.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Phrases;
import org.marsad.text.Cut;
import org.marsad.text.Html;
import org.marsad.text.Language;
import org.marsad.text.Marked;

/**
 * One thing said or pressed in a chat the bot serves, and the ways to answer it.
 *
 * @param chat where, with its language and zone
 * @param incoming what was done
 * @param now when it is answered
 */
record Talk(Chat chat, Incoming incoming, Instant now) {
  private static final int MAX_LABEL = 40;
  private static final int MAX_ECHO = 120;

  Language language() {
    return chat.language();
  }

  Phrases phrases() {
    return Phrases.in(chat.language());
  }

  long userId() {
    return incoming.userId();
  }

  boolean isGroup() {
    return chat.kind() == Chat.Kind.GROUP;
  }

  boolean isChannel() {
    return chat.kind() == Chat.Kind.CHANNEL;
  }

  String html(String key) {
    return phrases().html(key);
  }

  String html(String key, Map<String, ?> values) {
    return phrases().html(key, values);
  }

  /** The first words of what was typed, as an answer repeats them. */
  static String echo(String typed) {
    return Cut.atWord(Marked.line(typed), MAX_ECHO);
  }

  /** A new message. */
  List<Reply> say(String html, Keyboard keyboard) {
    return List.of(new Reply(phrases().message(html, keyboard.rows()), null, ""));
  }

  /** The same, and then an errand, which shows in it how far it is. */
  List<Reply> begin(String html, Errand errand) {
    return List.of(
        new Reply(
            phrases().message(html, List.of()),
            pressedMessage(),
            "",
            screen -> run(errand, screen)));
  }

  /**
   * Says so if it fails: nobody is to wait for what does not come. What fails since the program
   * stops is done at the next start.
   */
  private void run(Errand errand, Errand.Screen screen) {
    try {
      errand.run(screen);
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      screen.show(phrases().message(html("errand.failed"), List.of()));
      throw e;
    }
  }

  List<Reply> say(String html) {
    return say(html, new Keyboard());
  }

  /** The same message changed, where a button under it was pressed; else a new one. */
  List<Reply> show(String html, Keyboard keyboard, String toast) {
    return List.of(new Reply(phrases().message(html, keyboard.rows()), pressedMessage(), toast));
  }

  List<Reply> show(String html, Keyboard keyboard) {
    return show(html, keyboard, "");
  }

  /** A line over the pressed button and nothing else; a message where none was pressed. */
  List<Reply> toast(String text) {
    return incoming.act() instanceof Incoming.Press
        ? List.of(new Reply(null, null, text))
        : say(Html.escape(text));
  }

  private @Nullable Integer pressedMessage() {
    return incoming.act() instanceof Incoming.Press press ? press.messageId() : null;
  }

  /** A button with a phrase on it. */
  Button button(String key, Tap tap) {
    return Button.callback(phrases().plain(key), tap.data());
  }

  /** A button with a phrase on it that has these values, short enough as they are. */
  Button button(String key, Map<String, ?> values, Tap tap) {
    return Button.callback(phrases().plain(key, values), tap.data());
  }

  /** A button with a phrase about something on it. */
  Button button(String key, String what, Tap tap) {
    return button(key, Map.of("what", Cut.atWord(what, MAX_LABEL)), tap);
  }

  /** A button that runs a command. */
  Button run(Verb verb) {
    return button(verb.key("run"), Tap.of(Tap.Kind.DO, verb.name()));
  }
}
