package org.marsad.playground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All people and chats, under one lock. */
final class World {
  final Clock clock;
  final Person bot;
  final Map<Long, Person> people = new HashMap<>();
  final Map<Long, StandInChat> chats = new HashMap<>();
  final StoredFiles files = new StoredFiles();
  private final List<Consumer<ChatEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  World(Clock clock, Person bot) {
    this.clock = clock;
    this.bot = bot;
  }

  /** Does something while nothing else changes. */
  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same without a result. */
  void locked(Runnable work) {
    locked(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Waits, without the lock, until something holds that a change may bring about.
   *
   * @return whether it holds; false if the time passed
   */
  boolean await(BooleanSupplier wanted, Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!wanted.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes those who wait. */
  void changed() {
    locked(changed::signalAll);
  }

  /** Tells the listeners and wakes those who wait. */
  void tell(ChatEvent event) {
    changed();
    listeners.forEach(listener -> listener.accept(event));
  }

  /** Listens, under the lock; what it does must be quick. */
  void listen(Consumer<ChatEvent> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<ChatEvent> listener) {
    listeners.remove(listener);
  }

  /** Now, in the whole seconds Telegram counts. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  Optional<StandInChat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  /** A chat that must be there: an id the caller got from us. */
  StandInChat known(long id) {
    return chat(id).orElseThrow(() -> new IllegalArgumentException("There is no chat " + id));
  }

  Person person(long id) {
    Person person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException("There is nobody with the number " + id);
    }
    return person;
  }
}
