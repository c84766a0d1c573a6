package org.marsad.chat;

import java.util.List;
import org.marsad.alert.Chat;

/** What follows when the bot is let into a chat, put out of it, or the chat gets a new number. */
final class Membership {
  private final Desk desk;
  private final Gate gate;
  private final Welcome welcome;

  Membership(Desk desk, Gate gate, Welcome welcome) {
    this.desk = desk;
    this.gate = gate;
    this.welcome = welcome;
  }

  List<Reply> changed(Incoming incoming) {
    long number = incoming.address().chat();
    if (incoming.act() instanceof Incoming.Moved moved) {
      desk.chats().move(number, moved.newChat());
    } else if (incoming.act() instanceof Incoming.Removed) {
      desk.chats().in(number).forEach(this::block);
    } else if (incoming.act() instanceof Incoming.Added) {
      return added(incoming);
    }
    return List.of();
  }

  /**
   * A chat that is stopped anyway stays stopped, so that it is still so when the bot comes back.
   */
  private void block(Chat chat) {
    if (chat.state() == Chat.State.ACTIVE) {
      desk.chats().state(chat.id(), Chat.State.BLOCKED, "the bot was blocked or removed");
    }
  }

  /**
   * The set-up works again. Only a new group is greeted: a person presses /start, and a channel's
   * readers are no audience for it.
   */
  private List<Reply> added(Incoming incoming) {
    List<Chat> known = desk.chats().in(incoming.address().chat());
    known.forEach(this::wake);
    boolean greets =
        known.isEmpty() && incoming.kind() == Chat.Kind.GROUP && gate.admits(incoming, "");
    return greets ? welcome.greet(begin(incoming), "") : List.of();
  }

  /** The talk with a chat the bot serves; one that speaks has not blocked it any more. */
  Talk begin(Incoming incoming) {
    Chat chat =
        desk.chats()
            .at(
                incoming.address(),
                incoming.kind(),
                incoming.title(),
                incoming.language(),
                desk.clock().instant());
    return new Talk(wake(chat), incoming, desk.clock().instant());
  }

  private Chat wake(Chat chat) {
    if (chat.state() != Chat.State.BLOCKED) {
      return chat;
    }
    desk.chats().state(chat.id(), Chat.State.ACTIVE, "");
    return new Chat(
        chat.id(),
        chat.address(),
        chat.kind(),
        chat.title(),
        chat.language(),
        chat.zone(),
        Chat.State.ACTIVE);
  }
}
