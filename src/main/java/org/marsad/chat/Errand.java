package org.marsad.chat;

import org.marsad.alert.Message;

/** What takes a while: done once a message says so, which then shows how far it is. */
@FunctionalInterface
public interface Errand {
  /** Does it; blocks for the network. No other line of the chat is answered meanwhile. */
  void run(Screen screen);

  /** Where an errand shows how far it is. */
  interface Screen {
    /** Takes the place of what was shown before. */
    void show(Message message);
  }
}
