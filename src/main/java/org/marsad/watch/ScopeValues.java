package org.marsad.watch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.watch.QueryParser.Problem;

/**
 * Reads what stands behind {@code source:}, {@code lang:}, {@code country:} and {@code entity:}.
 */
final class ScopeValues {
  private final Catalogue catalogue;

  ScopeValues(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The condition, or null if the scope knows no such value. */
  @Nullable Query find(Scope scope, String value) {
    String name = Spelling.quotable(value);
    return switch (scope) {
      case SOURCE -> Spelling.ofWords(name).isEmpty() ? null : new Query.FromSource(name);
      case LANGUAGE -> RegionNames.language(name).map(Query.InLanguage::new).orElse(null);
      case COUNTRY -> RegionNames.country(name).map(Query.FromCountry::new).orElse(null);
      case ENTITY -> entity(name).orElse(null);
      case TITLE -> throw new IllegalArgumentException("a title has words, not values");
    };
  }

  /** By id, else by name; a name several share stands for any of them. */
  private Optional<Query> entity(String name) {
    List<Entity> entities =
        catalogue.find(name).map(List::of).orElseGet(() -> catalogue.named(name));
    List<Query> parts = entities.stream().<Query>map(e -> new Query.OfEntity(e.id())).toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(Query.any(parts));
  }

  /** Notes a value that nobody knows. */
  void noteUnknown(Sign scope, Sign value, Mistakes mistakes) {
    String name = value.is(Sign.Kind.PHRASE) ? '"' + value.text() + '"' : value.text();
    switch (scope.scope()) {
      case LANGUAGE -> mistakes.note(Problem.UNKNOWN_LANGUAGE, value.start(), value.end(), "ar");
      case COUNTRY -> mistakes.note(Problem.UNKNOWN_COUNTRY, value.start(), value.end(), "ly");
      case ENTITY ->
          mistakes.note(
              new Mistakes.Mistake(
                  Problem.UNKNOWN_ENTITY, value.start(), scope.start(), value.end(), name));
      case SOURCE, TITLE -> mistakes.note(Problem.NO_LETTERS, value.start(), value.end(), "");
    }
  }
}
