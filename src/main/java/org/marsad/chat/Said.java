package org.marsad.chat;

import java.util.Optional;

/** What a line of text is. */
sealed interface Said {
  /**
   * A command.
   *
   * @param text what stands behind it, as typed; may be empty
   * @param slashed whether it was written with a slash; else with its Arabic word
   */
  record Command(Verb verb, String text, boolean slashed) implements Said {}

  /**
   * A slash with a name nobody knows.
   *
   * @param name as typed, with the slash
   * @param nearest the command that is spelled most like it, if one is near
   */
  record Mistyped(String name, Optional<Verb> nearest) implements Said {}

  /** Anything else. */
  record Plain(String text) implements Said {}
}
