package org.marsad.app;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over one of the operator's catalogues whenever its file changed. One that cannot be read
 * leaves the last good one in use and is told once.
 */
final class Followed<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Followed.class);

  private final String what;
  private final Supplier<T> file;
  private final Consumer<T> takeOver;
  private T inUse;
  private final Consumer<String> tell;
  private String trouble = "";

  /**
   * Follows from now on.
   *
   * @param what what the catalogue is of, for the log
   * @param file the catalogue as it is at this moment, equal to the last one if nothing changed;
   *     throws if it cannot be read
   * @param takeOver what is to be done with a changed one; should it fail, it is done again the
   *     next time
   * @param tell told once why the file cannot be read, and with nothing when it can again
   */
  Followed(String what, Supplier<T> file, T inUse, Consumer<T> takeOver, Consumer<String> tell) {
    this.what = what;
    this.file = file;
    this.inUse = inUse;
    this.takeOver = takeOver;
    this.tell = tell;
  }

  /** Reads the catalogue again and, if it changed, takes it over. */
  synchronized void look() {
    T now;
    try {
      now = file.get();
    } catch (RuntimeException e) {
      trouble(String.valueOf(e.getMessage()));
      return;
    }
    if (!now.equals(inUse)) {
      takeOver.accept(now);
      inUse = now;
      LOG.info("The catalogue of {} changed and is taken over", what);
    }
    trouble("");
  }

  private void trouble(String said) {
    if (said.equals(trouble)) {
      return;
    }
    if (!said.isEmpty()) {
      LOG.error("The last good catalogue of {} stays in use: {}", what, said);
    }
    tell.accept(said);
    trouble = said;
  }
}
