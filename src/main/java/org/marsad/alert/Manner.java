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
 * Decides how a chat is told of an item, or anything else of the bot's own accord: at once, without
 * a sound, later, or not at all. Pure functions; every decision names its reason.
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
   * @param muting that it wants none of this source, or of anything, for now; null where it does
   * @param quiet its quiet hours
   * @param urgentBreaks whether urgent watches ring in them
   * @param digestTimes when its digest comes; at least one
   */
  record Wishes(
      String objection,
      @Nullable Muting muting,
      ZoneId zone,
      @Nullable QuietHours quiet,
      boolean urgentBreaks,
      List<LocalTime> digestTimes) {
    Wishes {
      digestTimes = List.copyOf(digestTimes);
    }
  }

  /**
   * Nothing is wanted.
   *
   * @param reason what is muted, in words for the operator
   * @param until null for ever
   */
  record Muting(String reason, @Nullable Instant until) {
    /** Of two that hold, the one that holds longer. */
    Muting or(Muting other) {
      boolean longer = until == null || other.until() != null && until.isAfter(other.until());
      return longer ? this : other;
    }
  }

  /**
   * What is known of a watch that was hit.
   *
   * @param muted whether it is muted now
   * @param crowded whether {@link #MOST_AN_HOUR} of it were told in this hour before
   */
  record Hit(Urgency urgency, boolean muted, boolean crowded) {}

  /** When a notice comes; the reason where it is not at once. */
  enum When {
    NOW,
    SILENTLY,
    AFTER_QUIET_HOURS,
    AFTER_THE_MUTE,
    /** Not at all: the way says why. */
    NOT
  }

  /**
   * How a notice is told: a digest, a spike, a list of what was missed, news of a source.
   *
   * @param way when it is due; silent where all that it is about is
   */
  record Notice(When when, Entry.Way way) {
    /** Whether it is told, but not yet. */
    boolean isLater() {
      return when == When.AFTER_QUIET_HOURS || when == When.AFTER_THE_MUTE;
    }
  }

  /** How an item that came now is told to a chat of which these watches were hit. */
  static Entry.Way decide(Wishes chat, List<Hit> watches, Instant now) {
    String objection = objection(chat, watches, chat.muting());
    if (!objection.isEmpty()) {
      return Entry.Way.instant(now).suppressed(objection);
    }
    List<Hit> heard = watches.stream().filter(hit -> !hit.muted()).toList();
    Urgency urgency = most(heard);
    Entry.Way way = way(urgency, urgency == Urgency.SILENT, now);
    if (urgency == Urgency.DIGEST) {
      return way.held(Entry.Held.DIGEST, TimesOfDay.next(chat.digestTimes(), now, chat.zone()));
    }
    Optional<Instant> quietUntil = quietUntil(chat, urgency, now);
    if (quietUntil.isPresent()) {
      return way.held(Entry.Held.QUIET, quietUntil.get());
    }
    boolean crowded = urgency != Urgency.URGENT && heard.stream().allMatch(Hit::crowded);
    return crowded ? way.held(Entry.Held.CAP, endOfHour(now)) : way;
  }

  /**
   * How a notice that is ready now is told: as urgently as the most urgent of what it is about. A
   * digest watch rings for its digest alone, so of anything else it is silent. What everything is
   * muted for a while holds up comes behind that.
   *
   * @param about the watches, or one that stands for another reason to tell
   */
  static Notice notice(Wishes chat, List<Hit> about, Instant now) {
    Muting muting = chat.muting();
    boolean ends = muting != null && muting.until() != null;
    String objection = objection(chat, about, ends ? null : muting);
    Urgency urgency = most(about.stream().filter(hit -> !hit.muted()).toList());
    boolean silent = urgency == Urgency.SILENT || urgency == Urgency.DIGEST;
    if (!objection.isEmpty()) {
      return new Notice(When.NOT, way(urgency, silent, now).suppressed(objection));
    }
    Instant heard = Optional.ofNullable(muting).map(Muting::until).orElse(now);
    Optional<Instant> quietUntil = quietUntil(chat, urgency, heard);
    Entry.Way way = way(urgency, silent, quietUntil.orElse(heard));
    if (quietUntil.isPresent()) {
      return new Notice(When.AFTER_QUIET_HOURS, way);
    }
    When atOnce = silent ? When.SILENTLY : When.NOW;
    return new Notice(ends ? When.AFTER_THE_MUTE : atOnce, way);
  }

  /** Why nothing is told, or not while this holds; empty where something is. */
  private static String objection(Wishes chat, List<Hit> watches, @Nullable Muting muting) {
    if (!chat.objection().isEmpty()) {
      return chat.objection();
    }
    if (muting != null) {
      return muting.reason();
    }
    return watches.stream().allMatch(Hit::muted) ? "muted: the watch" : "";
  }

  private static Urgency most(List<Hit> heard) {
    return heard.stream().map(Hit::urgency).min(Urgency::compareTo).orElse(Urgency.INSTANT);
  }

  private static Entry.Way way(Urgency urgency, boolean silent, Instant due) {
    Priority priority = urgency == Urgency.URGENT ? Priority.URGENT : Priority.INSTANT;
    return new Entry.Way(priority, silent, due, "");
  }

  /** When the quiet hours are over that hold back what comes at a moment; empty where none do. */
  private static Optional<Instant> quietUntil(Wishes chat, Urgency urgency, Instant moment) {
    return urgency == Urgency.URGENT && chat.urgentBreaks()
        ? Optional.empty()
        : Optional.ofNullable(chat.quiet()).flatMap(hours -> hours.endAfter(moment, chat.zone()));
  }

  static Instant beginOfHour(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant endOfHour(Instant now) {
    return beginOfHour(now).plus(Duration.ofHours(1));
  }
}
