package org.marsad.alert;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A messenger that writes down what it is given and answers as it is told. */
public final class RecordingMessenger implements Messenger {
  /** What was sent where, in order. */
  public record Sending(Chat.Address to, Message message) {}

  public final List<Sending> sent = new CopyOnWriteArrayList<>();
  private volatile Function<Chat.Address, SendResult> answer = to -> new SendResult.Sent(1, false);

  public void answers(Function<Chat.Address, SendResult> how) {
    this.answer = how;
  }

  @Override
  public SendResult send(Chat.Address to, Message message) {
    sent.add(new Sending(to, message));
    return answer.apply(to);
  }

  @Override
  public SendResult send(Chat.Address to, Attachment attachment) {
    return send(to, attachment.caption());
  }

  @Override
  public SendResult edit(Chat.Address in, int messageId, Message message) {
    return answer.apply(in);
  }

  @Override
  public void answerPress(String pressId, String text) {
    sent.add(new Sending(new Chat.Address(0, 0), new Message(text, text, List.of(), false)));
  }
}
