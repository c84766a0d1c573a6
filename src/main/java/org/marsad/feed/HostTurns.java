package org.marsad.feed;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Lets fetches of one server start one after the other and only a few run at a time. Who cannot
 * start at once, or nearly so, is not kept waiting, as that would hold up the fetches of other
 * servers, but told when to come again; his place in the queue is kept. Thread-safe.
 */
final class HostTurns {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final long FULL_PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long MAX_WAIT_NANOS = Duration.ofMillis(1500).toNanos();

  private final HostLimits limits;
  private final LoadingCache<String, Server> servers =
      Caffeine.newBuilder()
          .expireAfterAccess(FORGOTTEN_AFTER)
          .build(server -> new Server(System.nanoTime()));

  HostTurns(HostLimits limits) {
    this.limits = limits;
  }

  /** What goes on at one server; guarded by itself. */
  private static final class Server {
    private int running;
    private long lastStart;
    private long endOfQueue;
    private final Map<URI, Long> promised = new HashMap<>();

    private Server(long now) {
      lastStart = now - FORGOTTEN_AFTER.toNanos();
      endOfQueue = now;
    }
  }

  /**
   * The answer to who asks for a turn.
   *
   * @param isGranted whether it may start after the pause, and is {@link #done} some time; if not,
   *     it is to ask again then
   * @param pause until then
   */
  record Turn(boolean isGranted, Duration pause) {}

  /** Asks for a turn at this address's server. */
  Turn ask(URI url) {
    Server server = servers.get(key(url));
    synchronized (server) {
      long now = System.nanoTime();
      long between = limits.betweenStarts().toNanos();
      Long promise = server.promised.remove(url);
      long own = promise == null ? server.endOfQueue : promise;
      long start = Math.max(now, Math.max(own, server.lastStart + between));
      boolean isFull = server.running >= limits.connections();
      if (!isFull && start - now <= MAX_WAIT_NANOS) {
        server.running++;
        server.lastStart = start;
        server.endOfQueue = Math.max(server.endOfQueue, start + between);
        return new Turn(true, Duration.ofNanos(start - now));
      }
      long later = Math.max(server.endOfQueue, isFull ? now + FULL_PAUSE_NANOS : now);
      server.promised.values().removeIf(at -> at < now - FORGOTTEN_AFTER.toNanos());
      server.promised.put(url, later);
      server.endOfQueue = later + between;
      return new Turn(false, Duration.ofNanos(later - now));
    }
  }

  /** The fetch whose turn it was is over. */
  void done(URI url) {
    Server server = servers.get(key(url));
    synchronized (server) {
      server.running = Math.max(0, server.running - 1);
    }
  }

  /** Whether the two take their turns in one queue. */
  static boolean isOneServer(URI url, URI other) {
    return key(url).equals(key(other));
  }

  private static String key(URI url) {
    return String.valueOf(url.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
