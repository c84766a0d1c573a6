package org.marsad.chat;

import java.util.List;
import java.util.Optional;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.text.Language;
import org.marsad.text.Marked;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.QueryParser.Parsed;
import org.marsad.watch.QueryParser.Problem;

/** What a typed text asks to watch. */
sealed interface Meaning {
  /** Simple text that names entities of the catalogue, one or more. */
  record Named(List<Entity> entities) implements Meaning {}

  /** A keyword, phrase or query, or an entity asked for in so many words. */
  record Wanted(Query query, String canonical) implements Meaning {
    /** The entity, where the query is nothing else. */
    Optional<Entity> entity(Catalogue catalogue) {
      return query instanceof Query.OfEntity one ? catalogue.find(one.id()) : Optional.empty();
    }

    /** The text that a button carries to mean this: as typed, where it means the same alone. */
    String carried(String typed) {
      return query instanceof Query.OfEntity || typed.isBlank() ? canonical : typed;
    }

    /** What lists and alerts call it: an entity's name, or the text as typed. */
    String label(Catalogue catalogue, Language language, String typed) {
      return entity(catalogue).map(one -> one.name(language)).orElseGet(() -> Marked.line(typed));
    }
  }

  /** A text that cannot be watched for; it is never stored. */
  record Refused(Problem problem, int position, String example) implements Meaning {}

  /** What a typed text means; simple text that names an entity means the entity. */
  static Meaning of(String text, Catalogue catalogue) {
    Meaning literal = of(QueryParser.parseTyped(text, catalogue));
    boolean simple =
        literal instanceof Wanted wanted
            && wanted.query() instanceof Query.Words words
            && words.form() == Query.Form.ANY_FORM;
    List<Entity> named = simple ? catalogue.named(text) : List.of();
    return named.isEmpty() ? literal : new Named(named);
  }

  /** What a stored text means as it stands: {@link Wanted} or {@link Refused}. */
  static Meaning literal(String text, Catalogue catalogue) {
    return of(QueryParser.parse(text, catalogue));
  }

  private static Meaning of(Parsed parsed) {
    if (parsed instanceof Parsed.Refused refused) {
      return new Refused(refused.problem(), refused.position(), refused.example());
    }
    Query query = ((Parsed.Ok) parsed).query();
    return new Wanted(query, QueryParser.print(query));
  }

  /** The query for an entity. */
  static Wanted entity(Entity entity) {
    Query query = new Query.OfEntity(entity.id());
    return new Wanted(query, QueryParser.print(query));
  }
}
