package org.marsad.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/**
 * Finds the feeds of a site: the address itself if it is one; else those its page names, those its
 * links lead to, those that stand where feeds stand by custom. All is fetched under the rules of
 * {@link FeedFetcher}. Thread-safe; blocks for the network, about {@link #PATIENCE} at most.
 */
public final class FeedFinder {
  /** After which nothing more is asked for; what is on its way may take as long as one fetch. */
  public static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Feeds one may choose from. */
  static final int MAX_FEEDS = 8;

  /** Addresses asked of each kind. */
  private static final int MAX_ASKED = 14;

  private final FeedFetcher fetcher;
  private final FeedParser parser;
  private final Clock clock;

  public FeedFinder(FeedFetcher fetcher, FeedParser parser, Clock clock) {
    this.fetcher = fetcher;
    this.parser = parser;
    this.clock = clock;
  }

  /**
   * Looks for feeds.
   *
   * @param addresses what was typed may mean, as {@link FeedUrl#typed} says; the first that answers
   *     counts
   * @param places told when the page names no feed and the customary places are asked
   */
  public Looked look(List<URI> addresses, Runnable places) {
    Instant deadline = clock.instant().plus(PATIENCE);
    Fetched fetched = first(addresses, deadline);
    if (!(fetched instanceof Fetched.Body body)) {
      return new Looked.Unread(reason(fetched));
    }
    List<FoundFeed> itself = read(body.finalUrl(), body);
    return itself.isEmpty() ? onSite(body, deadline, places) : new Looked.Found(itself);
  }

  /** Reads what is to be a feed itself; its site is not looked at. */
  public Looked check(List<URI> addresses) {
    Fetched fetched = first(addresses, clock.instant().plus(PATIENCE));
    if (!(fetched instanceof Fetched.Body body)) {
      return new Looked.Unread(reason(fetched));
    }
    List<FoundFeed> itself = read(body.finalUrl(), body);
    return itself.isEmpty() ? new Looked.NoFeed() : new Looked.Found(itself);
  }

  /** Nothing new is no answer to who has nothing yet, whatever the server means by it. */
  private static Reason reason(Fetched fetched) {
    return fetched instanceof Fetched.Failed failed ? failed.reason() : Reason.HTTP_STATUS;
  }

  /** What the first of these addresses says at which somebody speaks. */
  private Fetched first(List<URI> addresses, Instant deadline) {
    Fetched fetched = fetch(addresses.get(0), deadline);
    for (URI other : addresses.subList(1, addresses.size())) {
      fetched = isDeaf(fetched) ? fetch(other, deadline) : fetched;
    }
    return fetched;
  }

  /** Nobody speaks there, or not this protocol. */
  private static boolean isDeaf(Fetched fetched) {
    return fetched instanceof Fetched.Failed failed
        && (failed.reason() == Reason.UNREACHABLE || failed.reason() == Reason.TIMEOUT);
  }

  private Looked onSite(Fetched.Body body, Instant deadline, Runnable places) {
    Document page = FeedLinks.page(body);
    List<FoundFeed> found = feeds(FeedLinks.named(page), deadline, all -> false);
    if (found.isEmpty()) {
      places.run();
      found = feeds(FeedLinks.linked(page), deadline, all -> false);
    }
    if (found.isEmpty()) {
      // One is enough: these are the same feed by several names.
      found = feeds(FeedLinks.customary(body.finalUrl()), deadline, all -> !all.isEmpty());
    }
    return found.isEmpty() ? new Looked.NoFeed() : new Looked.Found(found);
  }

  private List<FoundFeed> feeds(
      List<URI> places, Instant deadline, Predicate<List<FoundFeed>> enough) {
    List<FoundFeed> found = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (URI place : places) {
      boolean goesOn =
          asked.size() < MAX_ASKED
              && found.size() < MAX_FEEDS
              && clock.instant().isBefore(deadline);
      if (!goesOn || enough.test(found)) {
        return found;
      }
      if (asked.add(FeedUrl.key(place)) && fetch(place, deadline) instanceof Fetched.Body body) {
        read(place, body).stream()
            .filter(feed -> found.stream().noneMatch(feed::shows))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Waits for its turn at the server, as long as there is time. */
  private Fetched fetch(URI url, Instant deadline) {
    Fetched fetched = fetcher.fetch(url, Validators.NONE);
    while (fetched instanceof Fetched.Failed failed && failed.reason() == Reason.HOST_BUSY) {
      Duration wait = Objects.requireNonNullElse(failed.retryAfter(), Duration.ofSeconds(1));
      if (Thread.currentThread().isInterrupted()
          || clock.instant().plus(wait).isAfter(deadline)
          || !slept(wait)) {
        return fetched;
      }
      fetched = fetcher.fetch(url, Validators.NONE);
    }
    return fetched;
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The feed a body is; none if it is something else. */
  private List<FoundFeed> read(URI asked, Fetched.Body body) {
    Parsed parsed = parser.parse(body.bytes(), body.contentType(), body.finalUrl());
    URI url = body.movedTo() == null ? asked : body.movedTo();
    return parsed instanceof Parsed.Ok ok && FeedUrl.isKept(url)
        ? List.of(new FoundFeed(url, ok.feed()))
        : List.of();
  }
}
