package org.marsad.playground;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What is to go wrong, method by method. Thread-safe. */
public final class Faults {
  private final Map<String, Queue<Fault>> next = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();

  /** Lets the next calls of a method go wrong. */
  public synchronized void next(String method, Fault fault, int times) {
    next.computeIfAbsent(key(method), name -> new ArrayDeque<>())
        .addAll(Collections.nCopies(times, fault));
  }

  /** Lets every call of a method go wrong until {@link #clear}. */
  public synchronized void always(String method, Fault fault) {
    always.put(key(method), fault);
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    next.clear();
    always.clear();
  }

  /** What goes wrong with this call. */
  synchronized Optional<Fault> take(String method) {
    Queue<Fault> waiting = next.get(key(method));
    Fault fault = waiting == null ? null : waiting.poll();
    return Optional.ofNullable(fault == null ? always.get(key(method)) : fault);
  }

  private static String key(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
