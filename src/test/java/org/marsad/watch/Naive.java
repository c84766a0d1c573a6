package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Mention;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.text.Field;

/**
 * The plainest way to judge a query on an item: every part is looked for on its own and put
 * together as the query language says, without index, triggers or sharing.
 */
final class Naive {
  private static final Set<Field> ANYWHERE = Set.of(Field.values());

  private final Document document;
  private final List<Mention> mentions;
  private final Feed feed;

  Naive(Item item, Feed feed, EntityTagger tagger) {
    this.document = Document.of(item.title(), item.text());
    this.mentions = tagger.tag(document);
    this.feed = feed;
  }

  boolean holds(Query query) {
    return holds(query, ANYWHERE);
  }

  private boolean holds(Query query, Set<Field> in) {
    if (query instanceof Query.All all) {
      return all.parts().stream().allMatch(part -> holds(part, in));
    }
    if (query instanceof Query.Any any) {
      return any.parts().stream().anyMatch(part -> holds(part, in));
    }
    if (query instanceof Query.Not not) {
      return !holds(not.part(), in);
    }
    if (query instanceof Query.InTitle title) {
      return holds(title.part(), Set.of(Field.TITLE));
    }
    if (query instanceof Query.Near near) {
      return isNear(near.words(), near.parts(), in, List.of());
    }
    return query instanceof Query.FromSource
            || query instanceof Query.InLanguage
            || query instanceof Query.FromCountry
        ? isOfSource(query)
        : !spans(query, in).isEmpty();
  }

  /** Tries every order of the parts and every place of each. */
  private boolean isNear(int words, List<Query> left, Set<Field> in, List<Span> chain) {
    if (left.isEmpty()) {
      return true;
    }
    for (int i = 0; i < left.size(); i++) {
      List<Query> others = new ArrayList<>(left);
      for (Span next : spans(others.remove(i), in)) {
        Span last = chain.isEmpty() ? next : chain.get(chain.size() - 1);
        int between = next.first() - last.last() - 1;
        boolean close =
            chain.isEmpty() || next.field() == last.field() && between >= 0 && between <= words;
        if (close && isNear(words, others, in, List.of(next))) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Span> spans(Query part, Set<Field> in) {
    if (part instanceof Query.Any any) {
      return any.parts().stream().flatMap(each -> spans(each, in).stream()).toList();
    }
    if (part instanceof Query.OfEntity entity) {
      return mentions.stream()
          .filter(mention -> mention.entity().equals(entity.id()))
          .map(mention -> Span.of(mention, document))
          .filter(span -> in.contains(span.field()))
          .toList();
    }
    Index alone = new Index();
    Atom atom = alone.ask(part).triggers().get(0);
    Sightings seen = new Sightings();
    alone.look(document, seen);
    return seen.spans(atom).stream().filter(span -> in.contains(span.field())).toList();
  }

  private boolean isOfSource(Query query) {
    if (query instanceof Query.InLanguage language) {
      return feed.language().equals(language.code());
    }
    if (query instanceof Query.FromCountry country) {
      return feed.country().equals(country.code());
    }
    String name = ((Query.FromSource) query).name();
    String host = "." + feed.url().getHost();
    return name.contains(".")
        ? host.endsWith("." + name)
        : (" " + feed.title() + " ").toLowerCase(Locale.ROOT).contains(" " + name + " ");
  }
}
