package org.marsad.alert;

import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a delivery into words and sends it. Nothing is thrown; whatever happens has an outcome.
 * Thread-safe.
 *
 * @param words how an alert is put, a pure function
 * @param latency what Telegram's answers took
 */
record Teller(
    Messenger messenger, Function<Alert, Message> words, Settling settling, Timer latency) {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  Outcome tell(Delivery delivery) {
    Message message;
    try {
      message = message(delivery);
    } catch (RuntimeException e) {
      LOG.error("Delivery {} cannot be put into words and is not sent", delivery.id(), e);
      return Outcome.refused(delivery.id(), "it cannot be put into words: " + e);
    }
    try {
      Timer.Sample sample = Timer.start();
      SendResult result = send(delivery, message);
      sample.stop(latency);
      return settling.settle(delivery, result);
    } catch (RuntimeException e) {
      LOG.error("Delivery {} met an error; it is tried again later", delivery.id(), e);
      return settling.settle(
          delivery, new SendResult.Unknown("error: " + e.getClass().getSimpleName(), true));
    }
  }

  private Message message(Delivery delivery) {
    Told told = delivery.told();
    if (told instanceof Told.Notice notice) {
      return delivery.silent() ? notice.message().silenced() : notice.message();
    }
    if (told instanceof Told.Edit edit) {
      return words.apply(edit.alert());
    }
    Message message = words.apply((Alert) told);
    return delivery.silent() ? message.silenced() : message;
  }

  private SendResult send(Delivery delivery, Message message) {
    Chat.Address to = delivery.chat().address();
    return delivery.told() instanceof Told.Edit edit
        ? messenger.edit(to, edit.messageId(), message)
        : messenger.send(to, message);
  }
}
