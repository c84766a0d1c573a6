package org.marsad.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.text.Cut;

/**
 * The table {@code story_items}: places items in the stories they report, the events. Thread-safe:
 * one transaction places at a time, so that of two items that come at once one sees the other.
 */
public final class Stories {
  /** The lead is what outlets share; far down every article goes its own way. */
  private static final int MAX_LEAD_CODE_POINTS = 1000;

  private static final Pattern HOST_END = Pattern.compile("[/?#:]");

  private static final String REPORTS =
      "SELECT "
          + Items.COLUMNS
          + ", f.url, s.story_id FROM items i JOIN feeds f ON f.id = i.feed_id"
          + " LEFT JOIN story_items s ON s.item_id = i.id WHERE ";

  private final Supplier<Catalogue> catalogue;
  private final StoryIndex index = new StoryIndex();
  private volatile Judging judging;
  private boolean loaded;

  /**
   * Judges with the names of a catalogue.
   *
   * @param catalogue the one of now, each time it is asked: its file is read again when it changes
   */
  public Stories(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
    this.judging = Judging.with(catalogue.get());
  }

  private record Judging(Catalogue names, StoryJudge judge) {
    static Judging with(Catalogue names) {
      return new Judging(names, new StoryJudge(names));
    }
  }

  private StoryJudge judge() {
    Catalogue now = catalogue.get();
    if (judging.names() != now) {
      judging = Judging.with(now);
    }
    return judging.judge();
  }

  /**
   * An earlier item that tells the same event, or an earlier state of it.
   *
   * @param story the event it was placed in
   * @param verdict what the new one is to it; the detail as readers know it
   */
  public record Related(long item, long story, Verdict verdict) {}

  private record Earlier(long item, long story, Report report, Account account) {}

  /**
   * Places a stored item in the story of what it repeats, or in a new one, within the caller's
   * transaction; others wait for its end before they place theirs. An item that was placed stays
   * there.
   *
   * @param now when it was read; the feed's own dates decide nothing
   * @return the earlier items that it repeats or goes on with, the nearest first
   */
  public List<Related> place(Handle handle, Item item, Feed feed, Instant now) {
    load(handle, now);
    handle.createQuery("SELECT id FROM story_turn FOR UPDATE").mapTo(Integer.class).one();
    Report report = report(item, feed.url().toString(), now);
    Account fresh = judge().read(report);
    List<Related> related = new ArrayList<>();
    for (Earlier told : earlier(handle, index.candidates(keys(fresh.whole())))) {
      Pair pair = new Pair(told.account(), fresh);
      Verdict verdict = Comparison.verdict(pair);
      if (told.item() != item.id() && (verdict.relation().isSilent() || Development.is(pair))) {
        Verdict shown = Difference.shown(verdict, pair, told.report(), report);
        related.add(new Related(told.item(), told.story(), shown));
      }
    }
    handle.execute(
        "INSERT INTO story_items (item_id, story_id, placed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        item.id(),
        related.stream()
            .filter(one -> one.verdict().relation().isSilent())
            .mapToLong(Related::story)
            .findFirst()
            .orElse(item.id()),
        now);
    index.add(item.id(), now, keys(fresh.title()));
    return related;
  }

  /** The index is built from the database when it is first asked. */
  private synchronized void load(Handle handle, Instant now) {
    if (loaded) {
      return;
    }
    String placed =
        "i.id IN (SELECT item_id FROM story_items WHERE placed_at > :since) ORDER BY i.seen_at, i.id";
    handle
        .createQuery(REPORTS + placed)
        .bind("since", now.minus(Comparison.WINDOW))
        .map(this::earlier)
        .forEach(
            known ->
                index.add(
                    known.item(),
                    Objects.requireNonNullElse(known.account().at(), now),
                    keys(known.account().title())));
    loaded = true;
  }

  private List<Earlier> earlier(Handle handle, List<Long> items) {
    return items.isEmpty()
        ? List.of()
        : handle
            .createQuery(REPORTS + "i.id IN (<ids>)")
            .bindList("ids", items)
            .map(this::earlier)
            .stream()
            .sorted(Comparator.comparing(one -> items.indexOf(one.item())))
            .toList();
  }

  private Earlier earlier(ResultSet row, StatementContext context) throws SQLException {
    Item item = Items.row(row, context);
    Report report = report(item, row.getString("url"), item.seenAt());
    long story = row.getLong("story_id");
    return new Earlier(item.id(), story == 0 ? item.id() : story, report, judge().read(report));
  }

  private static Report report(Item item, String feedUrl, Instant at) {
    String lead = item.summary().isEmpty() ? item.text() : item.summary();
    String address = item.link() == null ? feedUrl : item.link();
    return new Report(item.title(), Cut.atWord(lead, MAX_LEAD_CODE_POINTS), host(address), at);
  }

  /** The host of an address, also of one that no URI may look like. */
  private static String host(String address) {
    int from = address.indexOf("://");
    String rest = from < 0 ? address : address.substring(from + "://".length());
    return HOST_END.split(rest, 2)[0];
  }

  private static Set<String> keys(Passage passage) {
    Set<String> keys = new HashSet<>(passage.values());
    passage.facts().forEach(atom -> keys.addAll(atom.keys()));
    return keys;
  }
}
