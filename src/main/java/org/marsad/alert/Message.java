package org.marsad.alert;

import java.util.List;

/**
 * What is to be shown in a chat.
 *
 * @param html the text in Telegram's HTML mode
 * @param plain the same without markup, sent when the server cannot parse {@code html}
 * @param buttons rows of buttons under it; empty for none
 * @param silent whether it arrives without a sound ({@code disable_notification})
 */
public record Message(String html, String plain, List<List<Button>> buttons, boolean silent) {
  /** Copies the rows. */
  public Message {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /** The same without a sound. */
  Message silenced() {
    return new Message(html, plain, buttons, true);
  }
}
