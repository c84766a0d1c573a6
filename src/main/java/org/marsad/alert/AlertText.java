package org.marsad.alert;

import java.time.Instant;

/** Puts an alert into words. Pure functions. */
public final class AlertText {
  private AlertText() {}

  /**
   * The message that tells an alert, in the chat's language and zone.
   *
   * @param now what relative times are seen from
   */
  public static Message of(Alert alert, Instant now) {
    return new Message(alert.item().title(), alert.item().title(), java.util.List.of(), false);
  }
}
