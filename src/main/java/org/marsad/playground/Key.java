package org.marsad.playground;

/**
 * A button under a message.
 *
 * @param label what it says
 * @param kind the Bot API's name of what it does: callback_data, url, copy_text, web_app, …
 * @param value what goes with it: the data, the address, …
 */
public record Key(String label, String kind, String value) {
  /** Whether pressing it tells the bot. */
  public boolean isCallback() {
    return kind.equals("callback_data");
  }
}
