package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.feed.TypedAddress;

/** Asks for a text and takes the next line as its answer. */
final class Asking {
  private final Desk desk;
  private final Answers answers;

  /** Who takes the answers. */
  record Answers(
      Watching watching,
      Describing describing,
      Narrowing narrowing,
      Quieting quieting,
      Digesting digesting,
      Trying trying,
      Searching searching,
      Adding adding,
      Settings settings) {}

  Asking(Desk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** The question this person was asked last, if it still waits. */
  Optional<Question> open(Talk talk) {
    return desk.conversations().open(talk.chat().id(), talk.userId(), talk.now());
  }

  /**
   * Asks. A channel has nobody who answers: there the command is to be posted with its text, unless
   * buttons will do.
   */
  List<Reply> ask(Talk talk, Question question) {
    boolean zone = question == Question.ZONE;
    Keyboard keyboard = zone ? Settings.zones(talk, ZoneNames.LIKELY) : new Keyboard();
    String html = talk.html("ask." + question);
    if (talk.isChannel()) {
      Map<String, String> values =
          Map.of("command", question.verb().slashed(), "example", talk.html(example(question)));
      return zone
          ? talk.say(html, keyboard)
          : talk.say(talk.html("ask.in.channel", values), keyboard);
    }
    desk.conversations().ask(talk.chat().id(), talk.userId(), question, talk.now());
    keyboard.row(talk.button("button.cancel", Tap.of(Tap.Kind.CANCEL)));
    return talk.say(talk.isGroup() ? html + "\n\n" + talk.html("ask.in.group") : html, keyboard);
  }

  private static String example(Question question) {
    return switch (question) {
      case SOURCE -> "example.SOURCE";
      case QUIET -> "example.QUIET";
      case DIGEST -> "example.DIGEST";
      case KEYWORD, QUERY, TEST, SEARCH, ZONE, OWN_NAME, OWN_ALIAS, OWN_CONTEXT, MUST_HAVE ->
          "example.watch";
    };
  }

  /** Asks the question of this name, which a button carries. */
  List<Reply> ask(Talk talk, String name) {
    return Question.named(name)
        .map(question -> ask(talk, question))
        .orElseGet(() -> talk.toast(talk.phrases().plain("press.old")));
  }

  /** Takes an answer; one that cannot be used leaves the question open. */
  List<Reply> answer(Talk talk, Question question, String text) {
    if (isUsable(question, text)) {
      end(talk);
    }
    return switch (question) {
      case QUIET -> answers.quieting().answer(talk, text);
      case DIGEST -> answers.digesting().answer(talk, text);
      case KEYWORD, QUERY -> answers.watching().watch(talk, text);
      case TEST -> answers.trying().test(talk, text);
      case SEARCH -> answers.searching().search(talk, text);
      case SOURCE -> answers.adding().add(talk, text);
      case ZONE -> answers.settings().zone(talk, text);
      case MUST_HAVE -> answers.narrowing().answer(talk, text);
      case OWN_NAME, OWN_ALIAS, OWN_CONTEXT -> answers.describing().answer(talk, question, text);
    };
  }

  private boolean isUsable(Question question, String text) {
    return switch (question) {
      case KEYWORD, QUERY, TEST, SEARCH ->
          !(Meaning.of(text, desk.matcher().catalogue()) instanceof Meaning.Refused);
      case SOURCE -> !TypedAddress.of(text).isEmpty();
      case ZONE -> Settings.isZone(text);
      case MUST_HAVE, OWN_NAME, OWN_ALIAS, OWN_CONTEXT -> false; // who asked ends these
      case QUIET -> Quieting.isHours(text);
      case DIGEST -> Digesting.isTimes(text);
    };
  }

  /** Forgets the question without a word. */
  void end(Talk talk) {
    desk.conversations().end(talk.chat().id(), talk.userId());
  }

  /** Forgets the question and says so. */
  List<Reply> cancel(Talk talk) {
    boolean asked = open(talk).isPresent();
    end(talk);
    return talk.show(talk.html(asked ? "ask.cancelled" : "ask.nothing"), new Keyboard());
  }
}
