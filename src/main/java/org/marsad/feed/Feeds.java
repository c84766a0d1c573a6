package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code feeds}. Thread-safe. */
public final class Feeds {
  private final Jdbi jdbi;

  /** Works on this database. */
  public Feeds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The sources of the catalogue, in the order they were added; also those that stopped. */
  public List<Feed> all() {
    return list("WHERE active ORDER BY id");
  }

  /** The sources that are read, in the order they were added. */
  public List<Feed> polled() {
    return list("WHERE active AND NOT stopped ORDER BY id");
  }

  private List<Feed> list(String which) {
    return jdbi.withHandle(
        handle -> handle.createQuery(FeedRow.SELECT + which).map(FeedRow::read).list());
  }

  /** One source of the catalogue, also if it stopped. */
  public Optional<Feed> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FeedRow.SELECT + "WHERE active AND id = ?")
                .bind(0, id)
                .map(FeedRow::read)
                .findOne());
  }

  /**
   * Makes the sources those of the catalogue: new ones are added, known ones take its words and are
   * read again if they stopped, others are no longer read, unless chats follow them, but keep their
   * state and items, so that one that comes back does not alert its archive.
   */
  public void follow(List<CatalogueFeed> catalogue) {
    Map<String, CatalogueFeed> once = new LinkedHashMap<>();
    catalogue.forEach(feed -> once.merge(FeedUrl.key(feed.url()), feed, CatalogueFeed::safest));
    jdbi.useTransaction(
        handle -> {
          Set<Long> left =
              handle
                  .createQuery("SELECT id FROM feeds WHERE catalogue")
                  .mapTo(Long.class)
                  .collect(Collectors.toCollection(HashSet::new));
          Set<Long> named = new HashSet<>();
          once.values().forEach(feed -> follow(handle, feed, named));
          left.removeAll(named);
          left.forEach(id -> handle.execute("UPDATE feeds SET catalogue = FALSE WHERE id = ?", id));
          FollowedFeeds.stopUnheard(handle);
        });
  }

  private static void follow(Handle handle, CatalogueFeed feed, Set<Long> named) {
    long id = FeedAddresses.feed(handle, feed.url()).orElseGet(() -> insert(handle, feed));
    if (named.add(id)) {
      handle.execute(
          """
          UPDATE feeds SET returned = returned OR NOT active, active = TRUE, catalogue = TRUE,
            stopped = FALSE, title = ?, language = ?, country = ?, topics = ?, full_text = ? WHERE id = ?""",
          feed.title(),
          feed.language(),
          feed.country(),
          String.join("\n", feed.topics()),
          feed.fullText(),
          id);
      // One that moved stays where it moved to.
      if (FeedUrl.key(url(handle, id)).equals(FeedUrl.key(feed.url()))) {
        handle.execute("UPDATE feeds SET url = ? WHERE id = ?", feed.url().toString(), id);
      }
    }
  }

  private static URI url(Handle handle, long id) {
    return handle
        .createQuery("SELECT url FROM feeds WHERE id = ?")
        .bind(0, id)
        .mapTo(URI.class)
        .one();
  }

  private static long insert(Handle handle, CatalogueFeed feed) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO feeds (url, title, language, country) VALUES (:url, '', '', '')")
            .bind("url", feed.url().toString())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    FeedAddresses.add(handle, feed.url(), id);
    return id;
  }

  /**
   * What one check came to, as it is recorded.
   *
   * @param state the feed's after it
   * @param next when it is read next; where it stops, the source is not read any more, until the
   *     catalogue is followed again
   * @param outcome in words for the operator
   * @param at when it was made; the state's last success if it succeeded
   */
  public record Check(FeedState state, CheckTimes.Next next, String outcome, Instant at) {}

  /** Records a check that failed or found nothing changed. */
  public void checked(Feed feed, Check check) {
    jdbi.useTransaction(handle -> FeedChecks.record(handle, feed, check));
  }

  /**
   * Records a check whose document was read, within the caller's transaction. From here on the feed
   * counts as initialised.
   */
  public void read(Handle handle, Feed feed, Check check) {
    FeedChecks.record(handle, feed, check);
    handle.execute("UPDATE feeds SET initialised = TRUE WHERE id = ?", feed.id());
  }

  /** Waits until no other transaction adds items of this feed; held to the caller's end. */
  public void lock(Handle handle, Feed feed) {
    handle
        .createQuery("SELECT id FROM feeds WHERE id = ? FOR UPDATE")
        .bind(0, feed.id())
        .mapTo(Long.class)
        .findOne();
  }

  /** Records that its hub told news of it, within the caller's transaction. */
  public void pushed(Handle handle, Feed feed, String outcome, Instant now) {
    handle.execute(
        "UPDATE feeds SET last_new_at = ?, last_outcome = ? WHERE id = ?",
        now,
        PlainText.cut(outcome, FeedChecks.MAX_WORDS_CHARS),
        feed.id());
  }

  /** From now on this tells the feed's items apart, within the caller's transaction. */
  void identify(Handle handle, Feed feed, Identity identity) {
    handle.execute("UPDATE feeds SET identity = ? WHERE id = ?", identity.name(), feed.id());
  }
}
