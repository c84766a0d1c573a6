package org.marsad.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons under an alert. Pure functions. */
public final class AlertButtons {
  /** The callback data that ask why an alert came: this, a colon, the alert's id. */
  public static final String WHY = "why";

  /** The callback data that say it was not meant: this, a colon, the alert's id. */
  public static final String NOT_MEANT = "not_meant";

  /** The callback data that mute what an alert is of: this, a colon, the alert's id. */
  public static final String MUTE = "mute_alert";

  private AlertButtons() {}

  /** A link to the item, where there is one, and what can be asked of this alert. */
  static List<List<Button>> of(Phrases phrases, long alertId, Optional<String> link) {
    List<List<Button>> rows = new ArrayList<>();
    link.ifPresent(to -> rows.add(List.of(Button.link(phrases.plain("button.read"), to))));
    rows.add(
        List.of(
            Button.callback(phrases.plain("button.why"), WHY + ":" + alertId),
            Button.callback(phrases.plain("button.mute"), MUTE + ":" + alertId),
            Button.callback(phrases.plain("button.not.meant"), NOT_MEANT + ":" + alertId)));
    return rows;
  }
}
