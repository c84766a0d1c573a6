package org.marsad.alert;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one delivery, as the outbox writes it down.
 *
 * @param id the delivery
 * @param state what it is now
 * @param reason why, for the operator; empty where there is nothing to say
 * @param messageId the number of the message that was sent or edited
 * @param counts whether it was an attempt
 * @param due when it is tried again; null where it is settled for good
 * @param holdsChat whether the chat's other messages wait for it meanwhile
 */
public record Outcome(
    long id,
    State state,
    String reason,
    @Nullable Integer messageId,
    boolean counts,
    @Nullable Instant due,
    boolean holdsChat) {
  /** The states of a row of the outbox. */
  public enum State {
    /** It waits for its time. */
    PENDING,
    /** It is claimed, under a lease. */
    SENDING,
    /** Telegram took it. */
    SENT,
    /** Telegram does not want it, or it cannot be told. */
    REFUSED,
    /** It may have arrived; nobody can say. */
    UNKNOWN,
    /** It waits to be told together with others. */
    HELD,
    /** It is not to be told. */
    SUPPRESSED;

    /** As the database keeps it. */
    public String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }

  public static Outcome sent(long id, String reason, int messageId) {
    return new Outcome(id, State.SENT, reason, messageId, true, null, false);
  }

  public static Outcome refused(long id, String reason) {
    return new Outcome(id, State.REFUSED, reason, null, true, null, false);
  }

  public static Outcome unknown(long id, String reason) {
    return new Outcome(id, State.UNKNOWN, reason, null, true, null, false);
  }

  public static Outcome suppressed(long id, String reason) {
    return new Outcome(id, State.SUPPRESSED, reason, null, false, null, false);
  }

  /** Put back unsent, in its place: not an attempt. */
  public static Outcome putBack(long id, String reason, Instant due) {
    return new Outcome(id, State.PENDING, reason, null, false, due, true);
  }

  /** To be tried again; it did not arrive. */
  public static Outcome failed(long id, String reason, Instant due, boolean holdsChat) {
    return new Outcome(id, State.PENDING, reason, null, true, due, holdsChat);
  }

  /** To be tried again though it may have arrived; so the chat need not wait for it. */
  public static Outcome lost(long id, String reason, Instant due) {
    return new Outcome(id, State.UNKNOWN, reason, null, true, due, false);
  }
}
