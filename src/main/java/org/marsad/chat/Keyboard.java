package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import org.marsad.alert.Button;

/** The rows of buttons under a message, as they are put together. */
final class Keyboard {
  private static final int SHORT_LABEL = 18;

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

  /** Adds rows of two, where both labels are short enough to be read on a phone. */
  Keyboard pairs(List<Button> buttons) {
    int i = 0;
    while (i < buttons.size()) {
      boolean pair =
          i + 1 < buttons.size() && isShort(buttons.get(i)) && isShort(buttons.get(i + 1));
      rows.add(List.copyOf(buttons.subList(i, i + (pair ? 2 : 1))));
      i += pair ? 2 : 1;
    }
    return this;
  }

  private static boolean isShort(Button button) {
    return button.label().codePointCount(0, button.label().length()) <= SHORT_LABEL;
  }

  List<List<Button>> rows() {
    return rows;
  }
}
