package org.marsad.playground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a sample item every few seconds, round and round, and whatever it is handed at once. A
 * few items stand in each feed from the beginning, as in a feed that has been there for a while.
 * Keeps the last 100 of each feed. Thread-safe.
 */
final class Newsroom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);
  private static final int MAX_KEPT = 100;
  private static final int BACKLOG = 8;

  private final Clock clock;
  private final NewsStock stock;
  private final String run;
  private final Map<NewsFeed, Deque<NewsItem>> published = new EnumMap<>(NewsFeed.class);
  private final List<Consumer<NewsItem>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "newsroom");
            thread.setDaemon(true);
            return thread;
          });
  private long count;
  private long turn;

  Newsroom(Clock clock, NewsStock stock) {
    this.clock = clock;
    this.stock = stock;
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
    for (NewsFeed feed : NewsFeed.values()) {
      published.put(feed, new ArrayDeque<>());
    }
    for (int i = BACKLOG; i > 0; i--) {
      NewsStock.Draft draft = stock.at(stock.drafts().size() - i);
      add(draft, clock.instant().minus(Duration.ofMinutes(i)));
    }
  }

  /** Begins to publish an item each interval. */
  void start(Duration interval) {
    schedule.scheduleWithFixedDelay(
        this::publishNextSafely, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void publishNextSafely() {
    try {
      publishNext();
    } catch (RuntimeException e) {
      LOG.error("The sample newsroom could not publish; it goes on with the next item", e);
    }
  }

  /** Publishes the next item of the stock. */
  synchronized NewsItem publishNext() {
    return tell(add(stock.at(turn++), clock.instant()));
  }

  /** Publishes an item at once. */
  synchronized NewsItem publish(NewsFeed feed, String title, String text) {
    return tell(add(new NewsStock.Draft(feed, title, text), clock.instant()));
  }

  private NewsItem add(NewsStock.Draft draft, Instant when) {
    long number = ++count;
    NewsItem item =
        new NewsItem(
            number,
            "marsad-playground-" + run + "-" + number,
            draft.feed(),
            draft.title(),
            draft.text(),
            when.truncatedTo(ChronoUnit.SECONDS));
    Deque<NewsItem> items = of(draft.feed());
    items.addFirst(item);
    if (items.size() > MAX_KEPT) {
      items.removeLast();
    }
    return item;
  }

  private NewsItem tell(NewsItem item) {
    listeners.forEach(listener -> listener.accept(item));
    return item;
  }

  private Deque<NewsItem> of(NewsFeed feed) {
    return published.getOrDefault(feed, new ArrayDeque<>());
  }

  /** What stands in a feed, newest first. */
  synchronized List<NewsItem> items(NewsFeed feed) {
    return List.copyOf(of(feed));
  }

  /** The newest of all feeds, oldest first. */
  synchronized List<NewsItem> latest(int max) {
    List<NewsItem> all = new ArrayList<>();
    published.values().forEach(all::addAll);
    all.sort(Comparator.comparingLong(NewsItem::number).reversed());
    List<NewsItem> newest = new ArrayList<>(all.subList(0, Math.min(max, all.size())));
    Collections.reverse(newest);
    return newest;
  }

  /** One item, while it is kept. */
  synchronized Optional<NewsItem> item(long number) {
    return published.values().stream()
        .flatMap(Deque::stream)
        .filter(item -> item.number() == number)
        .findFirst();
  }

  /** Hears of each item as it is published; what the listener does must be quick. */
  void listen(Consumer<NewsItem> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<NewsItem> listener) {
    listeners.remove(listener);
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
