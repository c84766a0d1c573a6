package org.marsad.playground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Every request that reached the server, the dropped ones too. Thread-safe; keeps the last 10,000.
 */
public final class RequestLog {
  private static final int MAX_KEPT = 10_000;

  private final World world;
  private final Deque<Request> requests = new ArrayDeque<>();

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
          world.changed();
        });
  }

  /** All of them, oldest first. */
  public List<Request> all() {
    return world.locked(() -> List.copyOf(requests));
  }

  /** The calls of one method, oldest first. */
  public List<Request> of(String method) {
    return all().stream().filter(r -> r.method().equalsIgnoreCase(method)).toList();
  }

  /**
   * Waits until a method was called so often.
   *
   * @return whether it was, in time
   */
  public boolean await(String method, int times, Duration longest) {
    return world.await(() -> of(method).size() >= times, longest);
  }
}
