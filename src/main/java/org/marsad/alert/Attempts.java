package org.marsad.alert;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same for one after the other, so that an error with one holds up no other. It is logged
 * when it begins, not each time it lasts. Thread-safe.
 */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final String what;
  private final Set<Object> failing = ConcurrentHashMap.newKeySet();

  /**
   * @param what is done, for the log: "the digest of"
   */
  Attempts(String what) {
    this.what = what;
  }

  /**
   * Does it for one.
   *
   * @param id tells it from the others
   * @return what came of it; 0 if it met an error
   */
  int of(Object id, IntSupplier doing) {
    try {
      int done = doing.getAsInt();
      failing.remove(id);
      return done;
    } catch (RuntimeException e) {
      if (failing.add(id)) {
        LOG.warn("An error with {} {}; the others go on, and it is tried again", what, id, e);
      }
      return 0;
    }
  }
}
