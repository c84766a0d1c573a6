package org.marsad.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.marsad.alert.Button;
import org.marsad.alert.Spike.Sensitivity;
import org.marsad.alert.Urgency;
import org.marsad.watch.Watch;

/** How urgent a watch is, chosen on its card. */
final class Grading {
  private final Desk desk;
  private final Listing listing;

  Grading(Desk desk, Listing listing) {
    this.desk = desk;
    this.listing = listing;
  }

  /** A button for each, with a sign on the one there is. */
  static List<Button> choices(Talk talk, Desk desk, long watchId, int page) {
    Urgency now = desk.manners().habits().urgency(watchId);
    return Arrays.stream(Urgency.values())
        .map(
            urgency ->
                Button.callback(
                    (urgency == now ? "✓ " : "") + talk.phrases().plain("urgency." + urgency),
                    Tap.of(Tap.Kind.URGENCY, watchId, page, urgency).data()))
        .toList();
  }

  /** A button that says when far more than usual is told of the watch, and changes that. */
  static Button spikes(Talk talk, Desk desk, Watch watch, int page) {
    Sensitivity now = desk.manners().spikes().of(watch);
    return Button.callback(
        talk.phrases().plain("spikes." + now), Tap.of(Tap.Kind.SPIKES, watch.id(), page).data());
  }

  /** Makes a watch a step more sensitive to spikes, behind the most not at all; the card again. */
  List<Reply> spikes(Talk talk, long watchId, int page) {
    Optional<Watch> watch = listing.find(talk, watchId);
    if (watch.isPresent()) {
      Sensitivity[] all = Sensitivity.values();
      Sensitivity now = desk.manners().spikes().of(watch.get());
      Sensitivity next = all[(now.ordinal() + 1) % all.length];
      desk.manners().spikes().set(watchId, Optional.of(next));
    }
    return listing.card(talk, watchId, page);
  }

  /** Sets it, and shows the card again. */
  List<Reply> grade(Talk talk, long watchId, int page, String name) {
    Optional<Urgency> urgency =
        Arrays.stream(Urgency.values()).filter(one -> one.name().equals(name)).findFirst();
    if (urgency.isPresent()) {
      desk.manners().habits().urgency(talk.chat().id(), watchId, urgency.get());
    }
    return listing.card(talk, watchId, page);
  }
}
