package org.marsad.poll;

import java.net.URI;
import java.time.Clock;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.Subscription;
import org.marsad.feed.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the hubs that feeds name to tell us what is new, and again before what was agreed on ends.
 * Where a hub does not, the feed is read by us as any other. Call it from one thread.
 */
public final class Subscribing {
  /** Below it, hubs call us at the path of a {@link Subscription}. */
  public static final String PATH = "/websub/";

  private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);

  private final Subscriptions subscriptions;
  private final FeedFetcher fetcher;
  private final URI publicUrl;
  private final Clock clock;

  /**
   * @param publicUrl where hubs reach our HTTP server, without a slash at the end
   */
  public Subscribing(Subscriptions subscriptions, FeedFetcher fetcher, URI publicUrl, Clock clock) {
    this.subscriptions = subscriptions;
    this.fetcher = fetcher;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** Asks those that are due, one after the other. */
  public void look() {
    subscriptions.due(clock.instant()).forEach(this::ask);
  }

  private void ask(Subscription due) {
    if (due.state() == Subscription.State.ASKED) {
      failed(due, "it never asked back whether it was us");
      return;
    }
    subscriptions.asked(due, clock.instant());
    URI callback = URI.create(publicUrl + PATH + due.path());
    fetcher
        .post(due.hub().address(), due.request(callback))
        .ifPresent(why -> failed(due, why.reason().words() + ": " + why.detail()));
  }

  private void failed(Subscription due, String why) {
    LOG.warn("The hub of source {} does not tell us what is new: {}", due.feedId(), why);
    subscriptions.failed(due, why, clock.instant());
  }
}
