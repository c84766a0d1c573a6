package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Finding;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Folding;
import org.marsad.text.Token;
import org.marsad.watch.Explanation.Reason;
import org.marsad.watch.Explanation.Verdict;
import org.marsad.watch.Query.Form;

/** Says part by part why a query hits an item, or does not. For one item. */
final class Explainer {
  private static final int MIN_LETTERS = 3;

  private final Document document;
  private final Sightings seen;
  private final Index index;
  private final EntityTagger tagger;
  private final List<Reason> reasons = new ArrayList<>();

  Explainer(Document document, Sightings seen, Index index, EntityTagger tagger) {
    this.document = document;
    this.seen = seen;
    this.index = index;
    this.tagger = tagger;
  }

  Explanation explain(Asked asked) {
    seen.work().begin();
    boolean hit = asked.holds(seen);
    part(asked.query(), seen, true);
    return new Explanation(hit, reasons);
  }

  private void part(Query query, Sightings in, boolean wanted) {
    if (query instanceof Query.All all) {
      all.parts().forEach(part -> part(part, in, wanted));
    } else if (query instanceof Query.Any any) {
      any.parts().forEach(part -> part(part, in, wanted));
    } else if (query instanceof Query.Not not) {
      part(not.part(), in, !wanted);
    } else if (query instanceof Query.InTitle title) {
      part(title.part(), in.inTitle(), wanted);
    } else {
      reasons.add(reason(query, in, wanted));
    }
  }

  /** Each part is judged on its own, as if it were the query. */
  private Reason reason(Query query, Sightings in, boolean wanted) {
    in.work().begin();
    Condition condition = index.condition(query);
    if (condition.holds(in)) {
      List<Place> places = places(condition, in);
      return new Reason(
          query,
          wanted ? Verdict.FOUND : Verdict.UNWANTED,
          query instanceof Query.OfEntity entity ? aliased(entity, places) : places);
    }
    if (!wanted) {
      return new Reason(query, Verdict.ABSENT, List.of());
    }
    seen.work().begin(); // what is near in the headline is no answer for the whole
    if (condition.holds(seen)) {
      return new Reason(query, Verdict.ONLY_IN_TEXT, places(condition, seen));
    }
    return missing(query);
  }

  /** The places of an entity, each with the alias it was recognised by. */
  private List<Place> aliased(Query.OfEntity entity, List<Place> places) {
    List<Finding> findings = tagger.explain(entity.id(), document);
    return places.stream()
        .map(
            place ->
                findings.stream()
                    .filter(
                        found ->
                            found.field() == place.field()
                                && found.start() == place.start()
                                && found.end() == place.end())
                    .findFirst()
                    .map(
                        found ->
                            new Place(place.field(), place.start(), place.end(), found.alias()))
                    .orElse(place))
        .toList();
  }

  private Reason missing(Query query) {
    if (query instanceof Query.Words words) {
      return missing(words);
    }
    if (query instanceof Query.Near near) {
      return missing(near);
    }
    if (query instanceof Query.OfEntity entity) {
      return missing(entity);
    }
    boolean ofText = query instanceof Query.Prefix;
    return new Reason(query, ofText ? Verdict.MISSING : Verdict.OTHER_SOURCE, List.of());
  }

  private Reason missing(Query.OfEntity entity) {
    List<Finding> findings = tagger.explain(entity.id(), document);
    List<Place> places =
        findings.stream()
            .map(found -> new Place(found.field(), found.start(), found.end(), found.alias()))
            .toList();
    Verdict verdict = findings.isEmpty() ? Verdict.MISSING : Verdict.STOPPED;
    return new Reason(entity, verdict, places, findings.stream().map(Finding::verdict).toList());
  }

  private Reason missing(Query.Near near) {
    List<Place> places = new ArrayList<>();
    boolean all = true;
    for (Query part : near.parts()) {
      Condition condition = index.condition(part);
      places.addAll(places(condition, seen));
      all &= condition.holds(seen);
    }
    places.sort(Place.READING_ORDER);
    return new Reason(near, all ? Verdict.TOO_FAR : Verdict.MISSING, places);
  }

  /** A phrase is asked for word by word; a word is looked for inside other words. */
  private Reason missing(Query.Words words) {
    List<Token> tokens = Folding.fold(words.text()).tokens();
    if (tokens.size() == 1) {
      List<Place> others = otherWords(tokens.get(0));
      return new Reason(words, others.isEmpty() ? Verdict.MISSING : Verdict.OTHER_WORD, others);
    }
    List<Query> each = new ArrayList<>();
    tokens.forEach(token -> each.add(new Query.Words(token.written(), Form.ANY_FORM)));
    Index apart = new Index();
    Asked all = apart.ask(Query.all(each));
    Sightings found = new Sightings();
    apart.look(document, found);
    return all.holds(found)
        ? new Reason(words, Verdict.APART, all.places(found))
        : new Reason(words, Verdict.MISSING, List.of());
  }

  private List<Place> otherWords(Token word) {
    boolean article = word.form().startsWith("ال") && word.form().length() > MIN_LETTERS + 1;
    String letters = word.form().substring(article ? 2 : 0);
    List<Place> others = new ArrayList<>();
    if (letters.length() < MIN_LETTERS) {
      return others;
    }
    for (Field field : Field.values()) {
      for (Token token : document.field(field).tokens()) {
        if (token.form().contains(letters)) {
          others.add(new Place(field, token.start(), token.end(), token.written()));
        }
      }
    }
    return others;
  }

  private static List<Place> places(Condition condition, Sightings in) {
    List<Place> places = new ArrayList<>();
    condition.places(in, (atom, span) -> places.add(span.place(atom.term())));
    places.sort(Place.READING_ORDER);
    return places;
  }
}
