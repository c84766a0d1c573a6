package org.marsad.feed;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code subscriptions}: what we have with the hubs of feeds. Thread-safe. */
public final class Subscriptions {
  private static final int MAX_DUE = 50;
  private static final int MAX_REASON_CHARS = 500;
  private static final String SELECT =
      """
      SELECT s.feed_id, s.hub, s.topic, s.path, s.secret, s.state, s.failures
      FROM subscriptions s JOIN feeds f ON f.id = s.feed_id WHERE f.active AND NOT f.stopped AND\s""";

  private final Jdbi jdbi;
  private final SecureRandom random = new SecureRandom();

  /** Works on this database. */
  public Subscriptions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Takes the hub that a feed names now, within the caller's transaction; another one than before
   * gets an address and a secret of its own.
   *
   * @param hub null where it names none: then what we had is over
   */
  public void follow(Handle handle, Feed feed, @Nullable Hub hub, Instant now) {
    int kept =
        hub == null
            ? 0
            : handle
                .createQuery(
                    "SELECT count(*) FROM subscriptions WHERE feed_id = ? AND hub = ? AND topic = ?")
                .bind(0, feed.id())
                .bind(1, hub.address().toString())
                .bind(2, hub.topic().toString())
                .mapTo(Integer.class)
                .one();
    if (kept > 0) {
      return;
    }
    handle.execute("DELETE FROM subscriptions WHERE feed_id = ?", feed.id());
    if (hub != null) {
      handle.execute(
          "INSERT INTO subscriptions (feed_id, hub, topic, path, secret, state, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
          feed.id(),
          hub.address().toString(),
          hub.topic().toString(),
          randomHex(),
          randomHex(),
          Subscription.State.WANTED.name(),
          now);
    }
  }

  private String randomHex() {
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Those of polled feeds whose hub is to be asked, the longest due first. */
  public List<Subscription> due(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "s.due_at <= ? ORDER BY s.due_at LIMIT ?")
                .bind(0, now)
                .bind(1, MAX_DUE)
                .map(Subscriptions::row)
                .list());
  }

  /** The one whose hub calls this address, if its feed is still polled. */
  public Optional<Subscription> find(String path) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "s.path = ?")
                .bind(0, path)
                .map(Subscriptions::row)
                .findOne());
  }

  /** The hub is about to be asked. */
  public void asked(Subscription subscription, Instant now) {
    record(subscription, subscription.asked(now));
  }

  /** The hub could not be asked, refused, or never verified. */
  public void failed(Subscription subscription, String why, Instant now) {
    record(subscription, subscription.failed(why, now));
  }

  /**
   * The hub asked whether it was us, and it was.
   *
   * @param lease how long it will tell us; null where it does not say
   */
  public void confirmed(Subscription subscription, @Nullable Duration lease, Instant now) {
    record(subscription, subscription.confirmed(lease, now));
  }

  /** The hub will not tell us. */
  public void denied(Subscription subscription, String why, Instant now) {
    record(subscription, subscription.denied(why, now));
  }

  private void record(Subscription subscription, Subscription.Step step) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE subscriptions SET state = :state, failures = :failures, due_at = :due, reason = :reason,
                      lease_until = coalesce(:lease, lease_until) WHERE feed_id = :feed AND path = :path""")
                .bind("state", step.state().name())
                .bind("failures", step.failures())
                .bind("due", step.due())
                .bind("reason", PlainText.cut(PlainText.line(step.reason()), MAX_REASON_CHARS))
                .bind("lease", step.leaseUntil())
                .bind("feed", subscription.feedId())
                .bind("path", subscription.path())
                .execute());
  }

  /** The hub told something, within the caller's transaction. */
  public void pushed(Handle handle, Feed feed, Instant now) {
    handle.execute("UPDATE subscriptions SET last_push_at = ? WHERE feed_id = ?", now, feed.id());
  }

  /**
   * Whether the feed need be read only as seldom as allowed: its hub is bound to tell us, and what
   * last was new came from it and not from our own reading.
   */
  public boolean tells(Feed feed, Instant now) {
    Instant lastNewAt = feed.state().lastNewAt();
    return lastNewAt != null
        && jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) > 0 FROM subscriptions
                        WHERE feed_id = ? AND state = 'ACTIVE' AND lease_until > ? AND last_push_at >= ?""")
                    .bind(0, feed.id())
                    .bind(1, now)
                    .bind(2, lastNewAt)
                    .mapTo(Boolean.class)
                    .one());
  }

  private static Subscription row(ResultSet row, StatementContext context) throws SQLException {
    return new Subscription(
        row.getLong("feed_id"),
        new Hub(URI.create(row.getString("hub")), URI.create(row.getString("topic"))),
        row.getString("path"),
        row.getString("secret"),
        Subscription.State.valueOf(row.getString("state")),
        row.getInt("failures"));
  }
}
