package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a chat is told of an item: at once, without a sound, later in one message with
 * others, or not at all. Pure functions; every decision names its reason.
 */
final class Manner {
  /**
   * Alerts of one watch that are told in an hour; the others of that hour come in one message at
   * its end. What is kept silent, held or written into an earlier alert is not counted.
   */
  static final int MOST_AN_HOUR = 20;

  private Manner() {}

  /**
   * What a chat wants.
   *
   * @param objection why it is told nothing at all; empty where it is
   * @param muted why it wants none of this source, or of anything, for now; empty where it does
   * @param quiet its quiet hours
   * @param urgentBreaks whether urgent watches ring in them
   * @param digestTimes when its digest comes; at least one
   */
  record Wishes(
      String objection,
      String muted,
      ZoneId zone,
      @Nullable QuietHours quiet,
      boolean urgentBreaks,
      List<LocalTime> digestTimes) {
    Wishes {
      digestTimes = List.copyOf(digestTimes);
    }
  }

  /**
   * What is known of a watch that was hit.
   *
   * @param muted whether it is muted now
   * @param crowded whether {@link #MOST_AN_HOUR} of it were told in this hour before
   */
  record Hit(Urgency urgency, boolean muted, boolean crowded) {}

  /** How an item that came now is told to a chat of which these watches were hit. */
  static Entry.Way decide(Wishes chat, List<Hit> watches, Instant now) {
    Entry.Way instant = Entry.Way.instant(now);
    if (!chat.objection().isEmpty() || !chat.muted().isEmpty()) {
      return instant.suppressed(chat.objection().isEmpty() ? chat.muted() : chat.objection());
    }
    List<Hit> heard = watches.stream().filter(hit -> !hit.muted()).toList();
    Optional<Urgency> most = heard.stream().map(Hit::urgency).min(Urgency::compareTo);
    if (most.isEmpty()) {
      return instant.suppressed("muted: the watch");
    }
    Urgency urgency = most.get();
    Entry.Way way =
        new Entry.Way(
            urgency == Urgency.URGENT ? Priority.URGENT : Priority.INSTANT,
            urgency == Urgency.SILENT,
            now,
            "");
    if (urgency == Urgency.DIGEST) {
      return way.held(Entry.Held.DIGEST, TimesOfDay.next(chat.digestTimes(), now, chat.zone()));
    }
    Optional<Instant> quietUntil =
        Optional.ofNullable(chat.quiet()).flatMap(hours -> hours.endAfter(now, chat.zone()));
    if (quietUntil.isPresent() && !(urgency == Urgency.URGENT && chat.urgentBreaks())) {
      return way.held(Entry.Held.QUIET, quietUntil.get());
    }
    boolean crowded = urgency != Urgency.URGENT && heard.stream().allMatch(Hit::crowded);
    return crowded ? way.held(Entry.Held.CAP, endOfHour(now)) : way;
  }

  static Instant beginOfHour(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant endOfHour(Instant now) {
    return beginOfHour(now).plus(Duration.ofHours(1));
  }
}
