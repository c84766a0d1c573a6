package org.marsad.app;

import java.io.PrintStream;
import java.nio.file.Path;
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
   * Judges every pair and prints: for each a line of JSON with its {@code id} and {@code answer};
   * with {@code errors}, why behind each that is answered wrongly; a table by label; a last line of
   * JSON.
   *
   * @return the exit code: 0 if every line could be read, else 1
   */
  public int run(Path file, boolean errors) {
    boolean good = new CaseFile(file, err).each(line -> judge(line, errors));
    tally.rows().forEach(out::println);
    out.println(tally.json());
    return good ? 0 : 1;
  }

  private void judge(String line, boolean errors) {
    StoryCase one = StoryCase.read(line);
    Verdict verdict = judge.judge(one.told(), one.fresh());
    tally.count(one.label(), verdict.relation());
    out.println(one.answer(verdict));
    if (errors && verdict.relation().isSilent() == one.isNews()) {
      out.println(one.words(verdict));
    }
  }
}
