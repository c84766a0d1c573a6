package org.marsad.story;

import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.entity.EntityTagger;

/** Says what a report is to one told before. Immutable; thread-safe. */
public final class StoryJudge {
  private final EntityTagger tagger;
  private final Set<String> places;

  /** Judges with the names of this catalogue. */
  public StoryJudge(Catalogue catalogue) {
    tagger = new EntityTagger(catalogue);
    places =
        catalogue.all().stream()
            .filter(entity -> entity.group() == Entity.Group.PLACE)
            .map(Entity::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  Account read(Report report) {
    return Account.of(report, tagger, places);
  }

  /** What the fresh report is to the one that was told. */
  public Verdict judge(Report told, Report fresh) {
    return Comparison.verdict(new Pair(read(told), read(fresh)));
  }
}
