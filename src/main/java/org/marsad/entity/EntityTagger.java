package org.marsad.entity;

import java.util.Comparator;
import java.util.List;
import org.marsad.text.Document;
import org.marsad.text.Token;

/**
 * Finds whom a text mentions. Each field is walked once over a trie of every name; then names of
 * people are put together, conditions are held against the item, and the longest names stand.
 * Immutable; any number of threads may share one.
 */
public final class EntityTagger {
  private final Compiled compiled;

  /** Compiles the catalogue. */
  public EntityTagger(Catalogue catalogue) {
    this(new Compiled(catalogue.definitions(), Vocabulary.own()));
  }

  EntityTagger(Compiled compiled) {
    this.compiled = compiled;
  }

  /** The mentions in both fields, in reading order. */
  public List<Mention> tag(Document document) {
    return new Tagging(compiled, document)
        .decided().stream()
            .filter(candidate -> candidate.isNamed() && candidate.entity() >= 0)
            .map(this::finding)
            .sorted(inReadingOrder())
            .map(found -> mention(found))
            .distinct()
            .toList();
  }

  /**
   * Every place where an entity was or might have been named, in reading order, with what decided.
   * Empty if nothing there resembles a name of it.
   */
  public List<Finding> explain(String entity, Document document) {
    return new Tagging(compiled, document)
        .decided().stream()
            .filter(candidate -> candidate.entity() >= 0)
            .map(this::finding)
            .filter(finding -> finding.entity().equals(entity))
            .sorted(inReadingOrder())
            .distinct()
            .toList();
  }

  private static Comparator<Finding> inReadingOrder() {
    return Comparator.comparing(Finding::field)
        .thenComparing(Finding::start)
        .thenComparing(Finding::end)
        .thenComparing(Finding::entity);
  }

  private Finding finding(Candidate candidate) {
    Scan scan = candidate.side().scan();
    Token first = scan.token(candidate.from());
    Token last = scan.token(candidate.to() - 1);
    return new Finding(
        compiled.ids.get(candidate.entity()),
        candidate.side().field(),
        first.start(),
        last.end(),
        candidate.spelling(),
        candidate.verdict());
  }

  private static Mention mention(Finding found) {
    return new Mention(found.entity(), found.field(), found.start(), found.end(), found.alias());
  }
}
