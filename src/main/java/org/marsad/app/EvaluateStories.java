package org.marsad.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marsad.entity.Catalogue;
import org.marsad.story.StoryJudge;
import org.marsad.story.Verdict;

/**
 * The command {@code evaluate-stories}: judges on labelled pairs which reports are kept silent,
 * through the same code as production. Serves one file.
 *
 * <p>A pair is a line of JSON: {@code id}, {@code a} (told first) and {@code b} (later), each with
 * {@code title}, {@code text}, {@code host} and {@code published} (ISO 8601), and {@code label}:
 * copy, same, update, contradiction or different.
 */
public final class EvaluateStories {
  private final PrintStream out;
  private final PrintStream err;
  private final StoryJudge judge;
  private final StoryTally tally = new StoryTally();

  /**
   * Judges with the names of this catalogue.
   *
   * @param out where the figures go
   * @param err where complaints about the file go
   */
  public EvaluateStories(PrintStream out, PrintStream err, Catalogue catalogue) {
    this.out = out;
    this.err = err;
    this.judge = new StoryJudge(catalogue);
  }

  /**
   * Judges every pair and prints: with {@code errors}, a line for each that is answered wrongly; a
   * table by label; a last line of JSON.
   *
   * @return the exit code: 0 if every line could be read, else 1
   */
  public int run(Path file, boolean errors) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      err.println("cannot read " + file + ": " + e);
      return 1;
    }
    boolean good = true;
    for (int i = 0; i < lines.size(); i++) {
      good &= lines.get(i).isBlank() || judge(lines.get(i), file + ":" + (i + 1), errors);
    }
    tally.rows().forEach(out::println);
    out.println(tally.json());
    return good ? 0 : 1;
  }

  private boolean judge(String line, String place, boolean errors) {
    try {
      StoryCase one = StoryCase.read(line);
      Verdict verdict = judge.judge(one.told(), one.fresh());
      tally.count(one.label(), verdict.relation());
      if (errors && verdict.relation().isSilent() == one.isNews()) {
        out.println(one.words(verdict));
      }
      return true;
    } catch (IllegalArgumentException e) {
      err.println(place + ": " + e.getMessage());
      return false;
    }
  }
}
