package org.marsad.chat;

import java.util.List;
import java.util.Map;
import org.marsad.alert.Chat;

/** Stops and resumes alerts, and forgets a chat. */
final class Leaving {
  private static final String FIRST = "sure";
  private static final String SECOND = "now";

  private final Desk desk;

  Leaving(Desk desk) {
    this.desk = desk;
  }

  /** Stops alerts; everything is kept. */
  List<Reply> stop(Talk talk) {
    boolean stopped = talk.chat().state() == Chat.State.PAUSED;
    if (!stopped) {
      desk.chats().state(talk.chat().id(), Chat.State.PAUSED, "the chat asked for it");
    }
    return talk.say(
        talk.html(stopped ? "stop.already" : "stop.done"),
        new Keyboard().row(talk.run(Verb.RESUME)));
  }

  /** Sends alerts again. */
  List<Reply> resume(Talk talk) {
    boolean stopped = talk.chat().state() == Chat.State.PAUSED;
    if (stopped) {
      desk.chats().state(talk.chat().id(), Chat.State.ACTIVE, "");
    }
    int watches = desk.watches().of(talk.chat().id()).size();
    return talk.say(
        talk.html(stopped ? "resume.done" : "resume.already", Map.of("n", watches)),
        new Keyboard().row(talk.run(Verb.WATCHES)));
  }

  /** Says what would be deleted. */
  List<Reply> forget(Talk talk) {
    int watches = desk.watches().of(talk.chat().id()).size();
    return talk.say(
        talk.html("forget.ask", Map.of("n", watches)),
        new Keyboard()
            .row(
                talk.button("button.forget", Tap.of(Tap.Kind.FORGET, FIRST)),
                talk.button("button.cancel", Tap.of(Tap.Kind.FORGET, "no"))));
  }

  /** Asks again, then deletes. */
  List<Reply> forget(Talk talk, String step) {
    if (step.equals(FIRST)) {
      return talk.show(
          talk.html("forget.sure"),
          new Keyboard()
              .row(talk.button("button.forget.sure", Tap.of(Tap.Kind.FORGET, SECOND)))
              .row(talk.button("button.cancel", Tap.of(Tap.Kind.FORGET, "no"))));
    }
    if (!step.equals(SECOND)) {
      return talk.show(talk.html("forget.kept"), new Keyboard());
    }
    desk.chats().forget(talk.chat().id());
    desk.matcher().removeChat(talk.chat().id());
    desk.sourcing().followed().stopUnheard();
    return talk.show(talk.html("forget.done"), new Keyboard());
  }
}
