package org.marsad.alert;

/**
 * One button under a message.
 *
 * @param label what it says; never empty, since the server drops such a button without a word
 * @param kind what pressing it does
 * @param value the callback data (at most 64 bytes of UTF-8, Bot API {@code callback_data}) or the
 *     address to open
 */
public record Button(String label, Kind kind, String value) {
  /** What pressing a button does. */
  public enum Kind {
    /** Sends {@code value} back to the bot. */
    CALLBACK,
    /** Opens the address {@code value}. */
    LINK
  }

  /** A button that sends {@code data} back to the bot. */
  public static Button callback(String label, String data) {
    return new Button(label, Kind.CALLBACK, data);
  }

  /** A button that opens {@code address}. */
  public static Button link(String label, String address) {
    return new Button(label, Kind.LINK, address);
  }
}
