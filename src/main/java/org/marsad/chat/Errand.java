package org.marsad.chat;

import java.util.Optional;
import org.marsad.alert.Attachment;
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

    /** Sends a document beside it. */
    void send(Attachment attachment);

    /**
     * What is in a file that somebody sent; empty if it cannot be had.
     *
     * @param maxBytes a larger one is not taken
     */
    Optional<byte[]> fetch(String fileId, int maxBytes);
  }
}
