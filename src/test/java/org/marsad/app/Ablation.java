package org.marsad.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Without;
import org.marsad.entity.Without.Variant;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.watch.Query;
import org.marsad.watch.Query.Form;
import org.marsad.watch.WatchMatcher;

/**
 * Shows what each rule of matching earns: prints, for every rule left out, F1 on labelled cases.
 * The arguments are files of cases or folders of such files, in the form of {@code evaluate}:
 *
 * <pre>
 * ./mvnw -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.marsad.app.Ablation -Dexec.args=src/test/resources/entities
 * </pre>
 *
 * <p>What cannot be left out by other words or another catalogue is not in the table: proclitics
 * and anaphora of entities, and capitals that tell an unknown first name.
 */
public final class Ablation {
  private static final Path ENTITIES = Path.of("config", "entities.yaml");

  private final PrintStream out;
  private final List<List<EvaluatedCase>> sets = new ArrayList<>();
  private final WatchMatcher matcher = new WatchMatcher(Catalogue.read(ENTITIES));

  private Ablation(PrintStream out, List<Path> files) throws IOException {
    this.out = out;
    for (Path file : files) {
      sets.add(cases(file));
    }
  }

  /** Prints the table. */
  public static void main(String[] files) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Path> paths = Stream.of(files).map(Path::of).toList();
    new Ablation(out, paths).print();
  }

  private static List<EvaluatedCase> cases(Path path) throws IOException {
    List<EvaluatedCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank())
            .map(EvaluatedCase::read)
            .forEach(cases::add);
      }
    }
    return cases;
  }

  private void print() {
    for (Map.Entry<String, Variant> rule : new Without(ENTITIES).variants().entrySet()) {
      row(rule.getKey(), rule.getValue(), Form.ANY_FORM);
      if (rule.getKey().equals("nothing left out")) {
        row("keywords: enclitics, inflection, nisba", rule.getValue(), Form.THESE_WORDS);
        row("keywords: proclitics too", rule.getValue(), Form.EXACT);
      }
    }
  }

  private void row(String rule, Variant variant, Form form) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-40s", rule));
    for (List<EvaluatedCase> cases : sets) {
      Tally tally = new Tally();
      cases.forEach(
          one -> tally.count(one.match(), new Judged(one, variant, form).holds(one.rule())));
      row.append(String.format(Locale.ROOT, " %.4f", tally.f1()));
    }
    out.println(row);
  }

  /** A case, written for a variant. */
  private final class Judged {
    private final UnaryOperator<String> written;
    private final EntityTagger tagger;
    private final Form form;
    private final Feed feed;
    private final Item item;

    private Judged(EvaluatedCase one, Variant variant, Form form) {
      written = variant.written();
      tagger = variant.tagger();
      this.form = form;
      feed = one.feed();
      String title = written.apply(one.item().title());
      String text = written.apply(one.item().text());
      item = new Item(0, 0, "", null, title, text, null, null, null, Instant.EPOCH);
    }

    private boolean holds(Query rule) {
      if (rule instanceof Query.OfEntity entity) {
        return tagger.tag(Document.of(item.title(), item.text())).stream()
            .anyMatch(mention -> mention.entity().equals(entity.id()));
      }
      if (rule instanceof Query.All all) {
        return all.parts().stream().allMatch(this::holds);
      }
      if (rule instanceof Query.Any any) {
        return any.parts().stream().anyMatch(this::holds);
      }
      if (rule instanceof Query.Not not) {
        return !holds(not.part());
      }
      boolean words = rule instanceof Query.Words;
      return matcher.trial(words ? asked((Query.Words) rule) : rule).on(item, feed).isPresent();
    }

    private Query asked(Query.Words words) {
      return new Query.Words(written.apply(words.text()), form);
    }
  }
}
