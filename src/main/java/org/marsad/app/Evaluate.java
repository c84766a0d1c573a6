package org.marsad.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.entity.Catalogue;
import org.marsad.watch.Explanation;
import org.marsad.watch.Explanation.Reason;
import org.marsad.watch.Place;
import org.marsad.watch.QueryParser;
import org.marsad.watch.WatchMatcher;

/**
 * The command {@code evaluate}: judges matching on labelled cases, through the same tagger and
 * matcher as production. Serves one file.
 *
 * <p>A case is a line of JSON: {@code id}, {@code rule}, {@code lang}, {@code title}, {@code text},
 * {@code match} (what is right) and {@code why} (its tag, a colon, a note). A rule is {@code
 * {"entity":id}}, {@code {"keyword":text}} (as if typed into /watch as simple text), or {@code
 * {"all":[…],"any":[…],"not":[…]}}.
 */
public final class Evaluate {
  private final PrintStream out;
  private final PrintStream err;
  private final WatchMatcher matcher;
  private final Tally all = new Tally();
  private final Map<String, Tally> byLanguage = new TreeMap<>();
  private final Map<String, Tally> byTag = new TreeMap<>();

  /**
   * Judges with this catalogue.
   *
   * @param out where the figures go
   * @param err where complaints about the file go
   */
  public Evaluate(PrintStream out, PrintStream err, Catalogue catalogue) {
    this.out = out;
    this.err = err;
    this.matcher = new WatchMatcher(catalogue);
  }

  /**
   * Judges every case and prints: with {@code errors}, a line for each that is decided wrongly; a
   * table by language and tag; a last line of JSON.
   *
   * @return the exit code: 0 if every line could be read, else 1
   */
  public int run(Path file, boolean errors) {
    boolean good = new CaseFile(file, err).each(line -> judge(line, errors));
    out.println(Tally.HEAD);
    byLanguage.forEach((language, tally) -> out.println(tally.row("lang " + language)));
    byTag.forEach((tag, tally) -> out.println(tally.row(tag)));
    out.println(all.row("all"));
    out.println(all.json());
    return good ? 0 : 1;
  }

  private void judge(String line, boolean errors) {
    EvaluatedCase one = EvaluatedCase.read(line);
    Explanation explanation = matcher.explain(one.rule(), one.item(), one.feed());
    all.count(one.match(), explanation.hit());
    tally(byLanguage, one.feed().language()).count(one.match(), explanation.hit());
    tally(byTag, one.tag()).count(one.match(), explanation.hit());
    if (errors && explanation.hit() != one.match()) {
      out.println(words(one, explanation));
    }
  }

  private static Tally tally(Map<String, Tally> tallies, String name) {
    return tallies.computeIfAbsent(name, first -> new Tally());
  }

  private static String words(EvaluatedCase one, Explanation explanation) {
    String decided =
        explanation.reasons().stream()
            .map(reason -> words(one, reason))
            .collect(Collectors.joining("; "));
    return one.id() + " [" + one.note() + "] expected " + one.match() + ": " + decided;
  }

  private static String words(EvaluatedCase one, Reason reason) {
    String places =
        reason.places().stream()
            .map(place -> "«" + quoted(one, place) + "»")
            .collect(Collectors.joining(" "));
    String stops =
        reason.stops().stream().map(Enum::name).distinct().collect(Collectors.joining(" "));
    return String.join(
            " ", QueryParser.print(reason.part()), reason.verdict().name(), places, stops)
        .strip();
  }

  private static String quoted(EvaluatedCase one, Place place) {
    String text =
        switch (place.field()) {
          case TITLE -> one.item().title();
          case TEXT -> one.item().text();
        };
    return text.substring(place.start(), place.end());
  }
}
