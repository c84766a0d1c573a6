package org.marsad.chat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.marsad.feed.FeedUrl;
import org.marsad.feed.Followed;
import org.marsad.feed.FoundFeed;
import org.marsad.feed.Listed;
import org.marsad.feed.Looked;
import org.marsad.feed.TypedAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One list of sources being taken over: what is known is followed at once, what is new is fetched
 * first, a few at a time, as far as the chat's quota goes. For one thread.
 */
final class Import {
  private static final Logger LOG = LoggerFactory.getLogger(Import.class);

  /** Sources looked at of one list. */
  static final int MAX_LISTED = 1000;

  /** After which what was not looked at yet is left for another time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Telegram takes about one change of a message a second, and people read no faster. */
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(3);

  private static final int AT_A_TIME = 6;

  private final Desk desk;
  private final Sourcing sourcing;
  private final Talk talk;
  private final Errand.Screen screen;
  private final ImportReport report;
  private final Deque<Wanted> waiting = new ArrayDeque<>();
  private final Instant end;
  private Instant shownAt;

  Import(Desk desk, Talk talk, Errand.Screen screen) {
    this.desk = desk;
    this.sourcing = desk.sourcing();
    this.talk = talk;
    this.screen = screen;
    this.report = new ImportReport(talk, sourcing.quota());
    this.shownAt = desk.clock().instant();
    this.end = shownAt.plus(PATIENCE);
  }

  /** One that is to be fetched. */
  private record Wanted(Listed listed, List<URI> addresses) {}

  /** Takes the list over and shows what became of it. */
  void take(List<Listed> all) {
    Set<String> seen = new HashSet<>();
    all.stream().limit(MAX_LISTED).forEach(one -> alone(one, () -> sort(one, seen)));
    report.left(Math.max(0, all.size() - MAX_LISTED));
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      fetch(new ExecutorCompletionService<>(threads));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a list of sources was read", e);
    } finally {
      threads.shutdownNow();
    }
    screen.show(report.message());
  }

  /** Whatever befalls one source, the others are taken over and the report tells its failure. */
  private void alone(Listed listed, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      LOG.error("A source of a list met an error: {}", listed.url(), e);
      report.failed(listed, talk.html("reason.other"));
    }
  }

  /** Settles what need not be fetched. */
  private void sort(Listed listed, Set<String> seen) {
    List<URI> addresses = TypedAddress.of(listed.url());
    if (addresses.isEmpty()) {
      report.failed(listed, talk.html("import.no.address"));
      return;
    }
    if (!seen.add(FeedUrl.key(addresses.get(0)))) {
      report.repeated();
      return;
    }
    Optional<Followed> known =
        sourcing
            .followed()
            .followKnown(talk.chat().id(), addresses.get(0), sourcing.quota(), talk.now());
    if (known.isPresent()) {
      settle(known.get());
    } else {
      waiting.add(new Wanted(listed, addresses));
    }
  }

  private void settle(Followed followed) {
    report.count(followed.outcome());
    if (followed.outcome() == Followed.Outcome.ADDED) {
      sourcing.added().accept(followed.feedId());
    }
  }

  private void fetch(CompletionService<Looked> threads) throws InterruptedException {
    int all = waiting.size();
    Map<Future<Looked>, Listed> running = new HashMap<>();
    while (!running.isEmpty() || !waiting.isEmpty()) {
      int room = desk.clock().instant().isBefore(end) ? Math.min(AT_A_TIME, room()) : 0;
      while (running.size() < room && !waiting.isEmpty()) {
        Wanted next = waiting.remove();
        running.put(threads.submit(() -> sourcing.finder().check(next.addresses())), next.listed());
      }
      if (running.isEmpty()) {
        rest();
        return;
      }
      Future<Looked> done = threads.poll(1, TimeUnit.SECONDS);
      Listed listed = done == null ? null : running.remove(done);
      if (done != null && listed != null) {
        alone(listed, () -> settle(listed, result(done)));
      }
      progress(all - waiting.size() - running.size(), all);
    }
  }

  private int room() {
    return sourcing.quota() - sourcing.followed().ownOf(talk.chat().id()).size();
  }

  /** What is not fetched any more: there is no room for it, or no time. */
  private void rest() {
    if (room() > 0) {
      report.left(waiting.size());
    } else {
      waiting.forEach(wanted -> report.count(Followed.Outcome.FULL));
    }
    waiting.clear();
  }

  private static Looked result(Future<Looked> done) {
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a list of sources was read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a source of a list met an error", e);
    }
  }

  private void settle(Listed listed, Looked looked) {
    if (looked instanceof Looked.Found found) {
      FoundFeed feed = found.feeds().get(0);
      settle(sourcing.followed().follow(talk.chat().id(), feed, sourcing.quota(), talk.now()));
    } else if (looked instanceof Looked.Unread unread) {
      report.failed(listed, talk.html("reason." + unread.reason()));
    } else {
      report.failed(listed, talk.html("reason.NOT_A_FEED"));
    }
  }

  private void progress(int done, int all) {
    Instant now = desk.clock().instant();
    if (done < all && !shownAt.plus(BETWEEN_NEWS).isAfter(now)) {
      shownAt = now;
      screen.show(report.progress(done, all));
    }
  }
}
