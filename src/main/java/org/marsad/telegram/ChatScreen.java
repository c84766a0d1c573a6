package org.marsad.telegram;

import java.util.Optional;
import java.util.function.Consumer;
import org.marsad.alert.Attachment;
import org.marsad.alert.Message;
import org.marsad.chat.Errand;

/**
 * Where an errand shows itself in a chat.
 *
 * @param shown edits the message it began with
 * @param sent sends a document
 * @param files what people sent
 */
record ChatScreen(Consumer<Message> shown, Consumer<Attachment> sent, BotFiles files)
    implements Errand.Screen {
  @Override
  public void show(Message message) {
    shown.accept(message);
  }

  @Override
  public void send(Attachment attachment) {
    sent.accept(attachment);
  }

  @Override
  public Optional<byte[]> fetch(String fileId, int maxBytes) {
    return files.fetch(fileId, maxBytes);
  }
}
