package org.marsad.archive;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexableField;
import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Mention;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.Items.Change;
import org.marsad.text.Document;

/**
 * Brings an index up to date with the database, from where its mark says on. For one thread.
 *
 * <p>Items are taken in the order they were stored or changed. A transaction may commit later than
 * one that began after it; so what was stored within {@link #UNSETTLED} is looked at again each
 * time.
 */
final class Following {
  /** Longer than any transaction that stores items. */
  private static final Duration UNSETTLED = Duration.ofMinutes(5);

  private static final Duration COMMITTED_EVERY = Duration.ofSeconds(30);
  private static final int MAX_UNCOMMITTED = 20_000;
  private static final Duration PRUNED_EVERY = Duration.ofHours(1);
  private static final int BATCH = 100;

  private final ItemIndex index;
  private final Items items;
  private final Clock clock;
  private final Map<Long, Instant> unsettled = new HashMap<>();
  private volatile Catalogue catalogue;
  private EntityTagger tagger;
  private Mark mark;
  private int uncommitted;
  private Instant committedAt;
  private Instant prunedAt = Instant.EPOCH;
  private volatile boolean complete;
  private volatile boolean tagged;

  /** Goes on where the index was left; one whose mentions are of another catalogue begins anew. */
  Following(ItemIndex index, Items items, Catalogue catalogue, Clock clock) {
    this.index = index;
    this.items = items;
    this.clock = clock;
    this.catalogue = catalogue;
    this.tagger = new EntityTagger(catalogue);
    this.committedAt = clock.instant();
    this.mark = index.mark().by(catalogue.fingerprint());
  }

  /** Whether the index once held all items there were, so that it lacks the newest at most. */
  boolean isComplete() {
    return complete;
  }

  /** Whether all mentions were found by this catalogue. */
  boolean isTaggedBy(Catalogue one) {
    return tagged && catalogue == one;
  }

  /**
   * From now on mentions are found by this catalogue; if it says something else, all items are read
   * again.
   */
  void use(Catalogue newer) {
    if (catalogue == newer) {
      return;
    }
    Mark same = mark.by(newer.fingerprint());
    if (!same.equals(mark)) {
      tagged = false;
      mark = same;
      unsettled.clear();
    }
    tagger = new EntityTagger(newer);
    catalogue = newer;
  }

  /**
   * Takes over all that was stored, changed or deleted since.
   *
   * @param isToStop asked between batches; what was taken over until then stays
   */
  void catchUp(BooleanSupplier isToStop) throws IOException {
    Instant now = clock.instant();
    if (now.isBefore(mark.settled())) {
      // The clock was put back: what is stored from now on would lie before the mark.
      mark = new Mark(now.minus(UNSETTLED), mark.catalogue());
    }
    Change last = new Change(mark.settled(), 0);
    List<Change> changes;
    do {
      changes = items.changesAfter(last, BATCH);
      put(changes);
      if (!changes.isEmpty()) {
        last = changes.get(changes.size() - 1);
        settle(last.at(), now.minus(UNSETTLED));
      }
      commitIfDue(now);
    } while (changes.size() == BATCH && !isToStop.getAsBoolean());
    prune(now);
    index.refresh();
    complete |= changes.size() < BATCH;
    tagged |= changes.size() < BATCH;
  }

  private void put(List<Change> changes) throws IOException {
    List<Change> fresh =
        changes.stream().filter(change -> !change.at().equals(unsettled.get(change.id()))).toList();
    if (fresh.isEmpty()) {
      return;
    }
    List<Long> ids = fresh.stream().map(Change::id).toList();
    index.put(ids, items.load(ids).stream().map(this::fields).toList());
    fresh.forEach(change -> unsettled.put(change.id(), change.at()));
    uncommitted += fresh.size();
  }

  private List<IndexableField> fields(Item item) {
    Document text = Document.of(item.title(), item.text());
    Set<String> entities =
        tagger.tag(text).stream().map(Mention::entity).collect(Collectors.toSet());
    return Fields.of(item, text, entities);
  }

  /** Moves the mark, behind which nothing is looked at again. */
  private void settle(Instant reached, Instant settled) {
    Instant to = reached.isBefore(settled) ? reached : settled;
    if (to.isAfter(mark.settled())) {
      mark = new Mark(to, mark.catalogue());
      unsettled.values().removeIf(at -> at.isBefore(to));
    }
  }

  private void commitIfDue(Instant now) throws IOException {
    boolean due = !now.isBefore(committedAt.plus(COMMITTED_EVERY));
    if (uncommitted > 0 && (due || uncommitted >= MAX_UNCOMMITTED)) {
      commit();
    }
  }

  /** Makes safe what was taken over. */
  void commit() throws IOException {
    index.commit(mark);
    uncommitted = 0;
    committedAt = clock.instant();
  }

  /** Forgets what the database no longer has. */
  private void prune(Instant now) throws IOException {
    if (now.isBefore(prunedAt.plus(PRUNED_EVERY))) {
      return;
    }
    index.forgetBefore(items.oldest().orElse(now));
    prunedAt = now;
  }
}
