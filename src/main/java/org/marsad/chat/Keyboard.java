package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import org.marsad.alert.Button;

/** The rows of buttons under a message, as they are put together. */
final class Keyboard {
  private final List<List<Button>> rows = new ArrayList<>();

  /** Adds one row. */
  Keyboard row(Button... buttons) {
    rows.add(List.of(buttons));
    return this;
  }

  /** Adds rows of so many buttons. */
  Keyboard grid(List<Button> buttons, int perRow) {
    for (int i = 0; i < buttons.size(); i += perRow) {
      rows.add(List.copyOf(buttons.subList(i, Math.min(i + perRow, buttons.size()))));
    }
    return this;
  }

  List<List<Button>> rows() {
    return rows;
  }
}
