package org.marsad.story;

import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;

/** Says what a report is to one told before. Immutable; thread-safe. */
public final class StoryJudge {
  private final EntityTagger tagger;
  private final Known known;

  /** Judges with the names of this catalogue. */
  public StoryJudge(Catalogue catalogue) {
    tagger = new EntityTagger(catalogue);
    known = Known.of(catalogue);
  }

  Account read(Report report) {
    return Account.of(report, tagger, known);
  }

  /** What the fresh report is to the one that was told. */
  public Verdict judge(Report told, Report fresh) {
    return Comparison.verdict(new Pair(read(told), read(fresh)));
  }
}
