package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Mention;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.text.Document;

/**
 * One query made ready to be tried on many items, through the same code as watches are matched. Any
 * number of threads may share it.
 */
public final class Trial {
  private final Index index = new Index();
  private final Asked asked;
  private final EntityTagger tagger;
  private final boolean asksForEntities;

  Trial(Query query, EntityTagger tagger) {
    this.tagger = tagger;
    asked = index.ask(query);
    List<Query> leaves = new ArrayList<>();
    query.forEachLeaf(leaves::add);
    asksForEntities = leaves.stream().anyMatch(Query.OfEntity.class::isInstance);
  }

  /** Why it hits an item of a feed, or does not. */
  public Explanation explain(Item item, Feed feed) {
    Document document = Document.of(item.title(), item.text());
    Sightings seen = index.see(document, tagger.tag(document), feed).sightings();
    return new Explainer(document, seen, index, tagger).explain(asked);
  }

  /** Its places in an item of a feed, in reading order, or empty if it is no hit. */
  public Optional<List<Place>> on(Item item, Feed feed) {
    Document document = Document.of(item.title(), item.text());
    List<Mention> mentions = asksForEntities ? tagger.tag(document) : List.of();
    Sightings seen = index.see(document, mentions, feed).sightings();
    return asked.holds(seen) ? Optional.of(asked.places(seen)) : Optional.empty();
  }
}
