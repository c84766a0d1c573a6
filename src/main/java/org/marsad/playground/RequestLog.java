package org.marsad.playground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every request that reached the server, the dropped ones too. Thread-safe; keeps the last 2,000
 * and how many there were.
 */
public final class RequestLog {
  private static final int MAX_KEPT = 2_000;

  private final World world;
  private final Deque<Request> requests = new ArrayDeque<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * One request.
   *
   * @param at when it was read
   * @param method the method as it was called
   * @param arguments what it carried
   */
  public record Request(Instant at, String method, Map<String, String> arguments) {}

  RequestLog(World world) {
    this.world = world;
  }

  void add(String method, Arguments arguments) {
    world.locked(
        () -> {
          requests.addLast(new Request(world.clock.instant(), method, arguments.values()));
          if (requests.size() > MAX_KEPT) {
            requests.removeFirst();
          }
          counts.merge(method.toLowerCase(Locale.ROOT), 1, Integer::sum);
          world.changed();
        });
  }

  /** How often a method was called. */
  public int count(String method) {
    return world.locked(() -> counts.getOrDefault(method.toLowerCase(Locale.ROOT), 0));
  }

  /** Those that are kept, oldest first. */
  public List<Request> all() {
    return world.locked(() -> List.copyOf(requests));
  }

  /** Those of one method, oldest first. */
  public List<Request> of(String method) {
    return all().stream().filter(r -> r.method().equalsIgnoreCase(method)).toList();
  }

  /**
   * Waits until a method was called so often.
   *
   * @return whether it was, in time
   */
  public boolean await(String method, int times, Duration longest) {
    return world.await(() -> count(method) >= times, longest);
  }
}
