package org.marsad.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.marsad.alert.Retelling;
import org.marsad.feed.Article;
import org.marsad.feed.Feed;
import org.marsad.feed.Fetched;
import org.marsad.feed.Item;
import org.marsad.feed.Pages;
import org.marsad.feed.Reason;
import org.marsad.feed.Validators;
import org.marsad.story.Stories;
import org.marsad.watch.Hit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages of items of which the feed gives only a teaser, where the operator wants that,
 * and tells those whom the whole text hits and the teaser did not. What the teaser hit was told
 * before, and waits for no page. Pages are fetched as feeds are: the same limits, the same turns at
 * a server. Call it from one thread.
 */
public final class FullTexts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FullTexts.class);
  private static final int PAGES_A_LOOK = 20;
  private static final int PAGES_AT_A_TIME = 4;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

  private final FeedPoll.Stores stores;
  private final FeedPoll.Reading reading;
  private final Runnable alertsWait;
  private final ExecutorService threads = Executors.newFixedThreadPool(PAGES_AT_A_TIME);

  /**
   * @param alertsWait called after alerts were committed, to wake their delivery
   */
  public FullTexts(FeedPoll.Stores stores, FeedPoll.Reading reading, Runnable alertsWait) {
    this.stores = stores;
    this.reading = reading;
    this.alertsWait = alertsWait;
  }

  /** Reads the pages that are due, a few at a time, and waits for them. */
  public void look() {
    List<Callable<Void>> reads = new ArrayList<>();
    for (Pages.Page page : stores.pages().due(reading.clock().instant(), PAGES_A_LOOK)) {
      reads.add(
          () -> {
            read(page);
            return null;
          });
    }
    try {
      threads.invokeAll(reads);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Pages.Page page) {
    try {
      Optional<URI> address = page.address();
      Fetched fetched =
          address.isPresent()
              ? reading.fetcher().fetch(address.get(), Validators.NONE)
              : new Fetched.Failed(Reason.ADDRESS_NOT_ALLOWED, "no address that can be fetched");
      take(page, fetched, reading.clock().instant());
    } catch (RuntimeException e) {
      LOG.error("The page of item {} makes an error", page.item().id(), e);
      stores.pages().failed(page, reading.clock().instant());
    }
  }

  private void take(Pages.Page page, Fetched fetched, Instant now) {
    if (fetched instanceof Fetched.Body body) {
      Optional<String> article = Article.of(body.bytes(), body.contentType(), body.finalUrl());
      int told = page.item().text().length();
      store(page, article.filter(text -> text.length() > told), now);
    } else if (fetched instanceof Fetched.Failed failed && failed.reason() == Reason.HOST_BUSY) {
      stores.pages().later(page, Objects.requireNonNullElse(failed.retryAfter(), USUAL_PAUSE), now);
    } else {
      failed(page, fetched, now);
    }
  }

  private void failed(Pages.Page page, Fetched fetched, Instant now) {
    String why =
        fetched instanceof Fetched.Failed failed
            ? failed.reason().words() + ": " + failed.detail()
            : "not modified, though nothing was asked";
    LOG.warn(
        "The page of item {} cannot be read{}: {}",
        page.item().id(),
        page.isLastAttempt() ? ", its teaser has to do" : "",
        why);
    stores.pages().failed(page, now);
  }

  private void store(Pages.Page page, Optional<String> article, Instant now) {
    Optional<Feed> feed = stores.feeds().find(page.item().feedId());
    int alerts =
        stores
            .jdbi()
            .inTransaction(
                handle -> {
                  stores.pages().done(handle, page);
                  if (article.isEmpty() || feed.isEmpty()) {
                    return 0;
                  }
                  Item whole = stores.pages().fill(handle, page, article.get(), now);
                  return tell(handle, feed.get(), page.item(), whole);
                });
    if (alerts > 0) {
      alertsWait.run();
    }
  }

  /**
   * As an item that is new, with the story its teaser tells; who was told of the teaser hears what
   * else the whole text hits.
   */
  private int tell(Handle handle, Feed feed, Item teaser, Item whole) {
    Instant now = reading.clock().instant();
    List<Hit> hits = stores.heard(handle, feed, reading.matcher().match(whole, feed).hits());
    if (hits.isEmpty()) {
      return 0;
    }
    stores.watches().addHits(handle, whole.id(), hits, now);
    List<Stories.Related> related = stores.stories().place(handle, teaser, feed, now);
    return stores.outbox().add(handle, whole, hits, related, now)
        + Retelling.filled(handle, stores.outbox(), whole, hits, now);
  }

  /** Begins no further page; one that is being read goes on to its end. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
