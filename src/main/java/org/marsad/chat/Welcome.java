package org.marsad.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Chat;
import org.marsad.entity.Entity;

/** The first words in a chat, and the help. */
final class Welcome {
  /** Where the entities offered at the start stand, in a button's data. */
  static final String START = "START";

  private static final int PER_GROUP = 2;

  private final Desk desk;
  private final Browsing browsing;
  private final Carried carried;

  Welcome(Desk desk, Browsing browsing, Carried carried) {
    this.desk = desk;
    this.browsing = browsing;
    this.carried = carried;
  }

  /** Subscribes the chat, resumes its alerts, and offers entities to begin with. */
  List<Reply> start(Talk talk) {
    if (talk.chat().state() != Chat.State.ACTIVE) {
      desk.chats().state(talk.chat().id(), Chat.State.ACTIVE, "");
    }
    return greet(talk, "");
  }

  /** The greeting alone; with a word over the pressed button. */
  List<Reply> greet(Talk talk, String toast) {
    List<Entity> first =
        Arrays.stream(Entity.Group.values())
            .flatMap(
                group ->
                    desk.matcher().catalogue().all().stream()
                        .filter(entity -> entity.group() == group)
                        .limit(PER_GROUP))
            .toList();
    Keyboard keyboard =
        browsing
            .choices(talk, first, START, 0)
            .row(talk.run(Verb.ENTITIES), talk.run(Verb.WATCH))
            .row(talk.run(Verb.WATCHES), talk.run(Verb.HELP));
    return talk.show(words(talk), keyboard, toast);
  }

  private String words(Talk talk) {
    int watches = desk.watches().of(talk.chat().id()).size();
    Map<String, Object> values = Map.of("n", watches, "example", talk.html("example.watch"));
    String key =
        switch (talk.chat().kind()) {
          case PRIVATE -> watches == 0 ? "start.welcome" : "start.again";
          case GROUP -> "start.welcome.group";
          case CHANNEL -> "start.welcome.channel";
        };
    return talk.html(key, values);
  }

  /** One screen: what to type, the commands, examples to tap. */
  List<Reply> help(Talk talk) {
    String example = talk.html("example.watch");
    Map<String, String> values = Map.of("example", example);
    String html =
        String.join(
            "\n\n",
            talk.html("help.title"),
            talk.html("help.write", values),
            talk.html("help.query"),
            talk.html("help.commands"),
            talk.html("help.tap"));
    Keyboard keyboard =
        new Keyboard()
            .row(
                talk.button("button.follow", example, carried.tap(talk, example, Tap.Kind.ADD)),
                talk.button("button.try.this", example, carried.tap(talk, example, Tap.Kind.TRY)))
            .row(talk.run(Verb.ENTITIES), talk.run(Verb.SOURCES))
            .row(talk.run(Verb.WATCHES), talk.run(Verb.SETTINGS));
    return talk.show(html, keyboard);
  }
}
