package org.marsad.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.marsad.alert.Delivery;
import org.marsad.alert.Outbox;
import org.marsad.alert.Outcome;
import org.marsad.alert.Told;
import org.marsad.feed.Item;

/** News for somebody of a town, and what they are told of it. */
final class Mailbox {
  private final Town town;
  private final Somebody reader;
  private final Outbox outbox;

  Mailbox(Town town, Somebody reader) {
    this.town = town;
    this.reader = reader;
    this.outbox = new Outbox(town.database.jdbi());
  }

  /**
   * A headline of the first source, matched. The town's noon is two in the afternoon in Tripoli.
   */
  long alert(String title) {
    Item item = town.publish("المرصد", title, "");
    return town.matched(item, "المرصد");
  }

  /** What the outbox would tell now, told. */
  List<Delivery> told() {
    List<Delivery> all = new ArrayList<>();
    List<Delivery> some = outbox.claim(100, Duration.ofMinutes(1), town.now());
    while (!some.isEmpty()) {
      all.addAll(some);
      outbox.write(
          some.stream().map(one -> Outcome.sent(one.id(), "", 100 + all.size())).toList(),
          town.now());
      some = outbox.claim(100, Duration.ofMinutes(1), town.now());
    }
    return all;
  }

  List<String> notices() {
    return told().stream()
        .map(Delivery::told)
        .filter(Told.Notice.class::isInstance)
        .map(
            notice ->
                ((Told.Notice) notice).message().plain().replaceAll("[\\u2066-\\u2069\\u200F]", ""))
        .toList();
  }

  int tellHeld() {
    return town.manners.digests().tell(town.now());
  }

  String reason(long id) {
    return town.database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT state || ': ' || reason FROM outbox WHERE id = ?")
                    .bind(0, id)
                    .mapTo(String.class)
                    .one());
  }

  void grade(int number, String urgency) {
    reader.types("/watches").presses(Integer.toString(number)).presses(urgency);
  }
}
