package org.marsad.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Alert;
import org.marsad.alert.ItemText;
import org.marsad.alert.Past;
import org.marsad.alert.Phrases.Markup;
import org.marsad.story.Verdict;

/**
 * Says which reports of one event an alert was compared with, what was found equal or different,
 * and what followed.
 */
final class Comparing {
  private static final int MAX_REPEATS = 5;
  private static final String BECAME = "→";

  private final Talk talk;
  private final Past past;

  Comparing(Talk talk, Past past) {
    this.talk = talk;
    this.past = past;
  }

  /** The lines of one alert; none where nothing like it came. */
  List<String> lines(Alert alert) {
    List<String> lines = new ArrayList<>();
    past.earlier(alert).ifPresent(earlier -> lines.add("\n" + rang(earlier)));
    List<Past.Compared> repeats = past.repeats(alert);
    repeats.stream().limit(MAX_REPEATS).forEach(one -> lines.add("\n" + repeat(one)));
    int more = repeats.size() - MAX_REPEATS;
    if (more > 0) {
      lines.add("\n" + talk.html("alert.more", Map.of("n", more)));
    }
    return lines;
  }

  private String rang(Past.Compared earlier) {
    boolean repeated =
        earlier.reason() == Verdict.Reason.SAME_TEXT
            || earlier.reason() == Verdict.Reason.SAME_EVENT;
    return with(repeated ? "why.story.urgent" : "why.story.rang", earlier);
  }

  private String repeat(Past.Compared repeat) {
    return with(repeat.edits() ? "why.story.edit" : "why.story.copy", repeat);
  }

  private String with(String key, Past.Compared compared) {
    String title = new ItemText(talk.language(), compared.item(), List.of()).title("b");
    Map<String, Object> values = new HashMap<>();
    values.put("title", new Markup(title));
    values.put("outlet", compared.outlet());
    values.put("reason", new Markup(reason(compared)));
    return talk.html(key, values);
  }

  private String reason(Past.Compared compared) {
    String reason = talk.html("verdict." + compared.reason());
    String detail = compared.detail();
    Map<String, Object> values = new HashMap<>();
    values.put("reason", new Markup(reason));
    int arrow = detail.indexOf(BECAME);
    if (detail.isEmpty()) {
      return reason;
    }
    if (arrow > 0 && arrow < detail.length() - 1) {
      values.put("before", detail.substring(0, arrow));
      values.put("after", detail.substring(arrow + 1));
      return talk.html("why.story.became", values);
    }
    boolean ofTheFirst = arrow > 0 || detail.startsWith("-");
    values.put("what", detail.replace(BECAME, "").replaceFirst("^-", ""));
    return talk.html(ofTheFirst ? "why.story.first" : "why.story.word", values);
  }
}
