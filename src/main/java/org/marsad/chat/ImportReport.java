package org.marsad.chat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Message;
import org.marsad.alert.Phrases.Markup;
import org.marsad.feed.Followed.Outcome;
import org.marsad.feed.Listed;
import org.marsad.text.Cut;

/** What became of a list of sources, and the words for it. For one thread. */
final class ImportReport {
  private static final int MAX_TITLE = 40;

  /** Of the lines about those that failed: with the rest, a message has 4096 characters. */
  private static final int MAX_CHARS = 3000;

  private final Talk talk;
  private final int quota;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final List<String> failed = new ArrayList<>();
  private int repeated;
  private int left;

  ImportReport(Talk talk, int quota) {
    this.talk = talk;
    this.quota = quota;
  }

  /** One was followed, or there was no room for it. */
  void count(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  /** One stood in the list before. */
  void repeated() {
    repeated++;
  }

  /** So many were not looked at. */
  void left(int number) {
    left += number;
  }

  /**
   * One could not be added.
   *
   * @param why in markup
   */
  void failed(Listed listed, String why) {
    String title = Cut.atWord(listed.title(), MAX_TITLE);
    failed.add(talk.html("import.failed", Map.of("what", title, "reason", new Markup(why))));
  }

  /** How far it is. */
  Message progress(int done, int all) {
    String html = talk.html("import.progress", Map.of("done", done, "all", all));
    return talk.phrases().message(html, List.of());
  }

  /** What became of it all. */
  Message message() {
    List<String> lines = new ArrayList<>();
    lines.add(talk.html("import.done", Map.of("n", of(Outcome.ADDED))));
    add(lines, "import.known", of(Outcome.ALREADY) + of(Outcome.AGAIN));
    add(lines, "import.repeated", repeated);
    add(lines, "import.full", of(Outcome.FULL));
    add(lines, "import.left", left);
    add(lines, "import.not.added", failed.size());
    int chars = 0;
    int shown = 0;
    while (shown < failed.size() && chars + failed.get(shown).length() < MAX_CHARS) {
      chars += failed.get(shown).length();
      lines.add(failed.get(shown++));
    }
    add(lines, "import.more", failed.size() - shown);
    return talk.phrases()
        .message(String.join("\n", lines), new Keyboard().row(talk.run(Verb.SOURCES)).rows());
  }

  private int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  private void add(List<String> lines, String key, int number) {
    if (number > 0) {
      lines.add(talk.html(key, Map.of("n", number, "quota", quota)));
    }
  }
}
