package org.marsad.chat;

import java.util.List;
import java.util.Optional;
import org.marsad.alert.Chat;
import org.marsad.alert.Phrases;

/** Answers a button press. */
final class Pressing {
  private final Desk desk;
  private final Presses presses;
  private final Membership membership;

  Pressing(Desk desk, Presses presses, Membership membership) {
    this.desk = desk;
    this.presses = presses;
    this.membership = membership;
  }

  /**
   * Does what the button says. A chat that was forgotten is not stored again for an old button
   * pressed in it.
   */
  List<Reply> pressed(Incoming incoming, String data) {
    Optional<Chat> known = desk.chats().find(incoming.address());
    if (known.isEmpty()) {
      String words = Phrases.in(incoming.language()).plain("forget.nothing");
      return List.of(new Reply(null, null, words));
    }
    Talk talk = membership.begin(incoming);
    Optional<Tap> tap = Tap.read(data);
    if (tap.isEmpty()) {
      return Presses.old(talk);
    }
    return mayNot(incoming, tap.get())
        ? talk.toast(talk.phrases().plain("group.admins.short"))
        : presses.answer(talk, tap.get());
  }

  private static boolean mayNot(Incoming incoming, Tap tap) {
    boolean changes =
        tap.kind() == Tap.Kind.DO
            ? tap.verb().map(Verb::changes).orElse(false)
            : tap.kind().changes();
    return changes && !incoming.mayChange();
  }
}
