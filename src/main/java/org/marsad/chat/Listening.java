package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Chat;
import org.marsad.alert.Chats;
import org.marsad.alert.Phrases.Markup;

/** Answers a line of text, where it is meant for the bot. */
final class Listening {
  private final Desk desk;
  private final Gate gate;
  private final Families families;
  private final Doing doing;
  private final Membership membership;

  Listening(Desk desk, Gate gate, Families families, Doing doing, Membership membership) {
    this.desk = desk;
    this.gate = gate;
    this.families = families;
    this.doing = doing;
    this.membership = membership;
  }

  List<Reply> heard(Incoming incoming, String line) {
    Said said = CommandParser.parse(line);
    if (!isForUs(incoming, said)) {
      return List.of();
    }
    if (!gate.admits(incoming, payload(said))) {
      return gate.refusal(incoming);
    }
    if (said instanceof Said.Command command
        && command.verb() == Verb.FORGET
        && isUnknown(incoming)) {
      Talk talk = unstored(incoming);
      return talk.say(talk.html("forget.nothing"));
    }
    Talk talk = membership.begin(incoming);
    if (said instanceof Said.Command command) {
      return command(talk, command);
    }
    if (said instanceof Said.Mistyped mistyped) {
      return mistyped(talk, mistyped);
    }
    String text = ((Said.Plain) said).text();
    return families
        .asking()
        .open(talk)
        .map(question -> families.asking().answer(talk, question, text))
        .orElseGet(() -> families.offering().offer(talk, text));
  }

  /** A document; in a group, where people send one another many, only a list by its name. */
  List<Reply> received(Incoming incoming, Incoming.Document document) {
    boolean forUs =
        incoming.kind() == Chat.Kind.PRIVATE
            || (incoming.kind() == Chat.Kind.GROUP
                && incoming.mayChange()
                && Importing.isList(document));
    if (!forUs) {
      return List.of();
    }
    return gate.admits(incoming, "")
        ? families.importing().received(membership.begin(incoming), document)
        : gate.refusal(incoming);
  }

  /** What the bot does not read: in private it says so; elsewhere people send it one another. */
  List<Reply> unread(Incoming incoming) {
    if (incoming.kind() != Chat.Kind.PRIVATE) {
      return List.of();
    }
    if (!gate.admits(incoming, "")) {
      return gate.refusal(incoming);
    }
    Talk talk = membership.begin(incoming);
    return talk.say(
        talk.html("unread", Map.of("example", talk.html("example.watch"))),
        new Keyboard().row(talk.run(Verb.HELP)));
  }

  /**
   * In private everything is. Elsewhere people talk with one another: there a slash is, an Arabic
   * command word of somebody who may change things in a group, and an answer to a question. A
   * channel's posts are for its readers: only a slash is a command there. A slash with an unknown
   * name may be for another bot of the group; only one that looks like ours is.
   */
  private boolean isForUs(Incoming incoming, Said said) {
    if (incoming.kind() == Chat.Kind.PRIVATE) {
      return true;
    }
    if (said instanceof Said.Mistyped mistyped) {
      return mistyped.nearest().isPresent();
    }
    boolean group = incoming.kind() == Chat.Kind.GROUP;
    if (said instanceof Said.Command command) {
      return command.slashed() || group && incoming.mayChange();
    }
    return group && isAnswer(incoming);
  }

  /** Who may change nothing may be asked what to search for, and answer that. */
  private boolean isAnswer(Incoming incoming) {
    Optional<Chat> chat = desk.chats().find(incoming.address());
    return chat.flatMap(
            one -> desk.conversations().open(one.id(), incoming.userId(), desk.clock().instant()))
        .filter(question -> incoming.mayChange() || !question.verb().changes())
        .isPresent();
  }

  private static String payload(Said said) {
    return said instanceof Said.Command command && command.verb() == Verb.START
        ? command.text()
        : "";
  }

  private boolean isUnknown(Incoming incoming) {
    return desk.chats().find(incoming.address()).isEmpty();
  }

  private Talk unstored(Incoming incoming) {
    Chat nobody =
        new Chat(
            0,
            incoming.address(),
            incoming.kind(),
            incoming.title(),
            incoming.language(),
            Chats.DEFAULT_ZONE,
            Chat.State.ACTIVE);
    return new Talk(nobody, incoming, desk.clock().instant());
  }

  private List<Reply> command(Talk talk, Said.Command command) {
    if (command.verb().changes() && !talk.incoming().mayChange()) {
      return talk.say(talk.html("group.admins"));
    }
    if (command.verb() != Verb.CANCEL) {
      families.asking().end(talk);
    }
    return doing.command(talk, command.verb(), command.text());
  }

  /** What was not understood, what it may have been, and an example. */
  private static List<Reply> mistyped(Talk talk, Said.Mistyped mistyped) {
    StringBuilder html =
        new StringBuilder(talk.html("command.unknown", Map.of("what", Talk.echo(mistyped.name()))));
    mistyped
        .nearest()
        .ifPresent(
            verb ->
                html.append("\n")
                    .append(
                        talk.html(
                            "command.nearest",
                            Map.of(
                                "nearest",
                                new Markup(verb.slashed()),
                                "does",
                                talk.html(verb.key("verb"))))));
    html.append("\n\n")
        .append(talk.html("command.example", Map.of("example", talk.html("example.watch"))));
    return talk.say(html.toString(), new Keyboard().row(talk.run(Verb.HELP)));
  }
}
