package org.marsad.feed;

/**
 * What came of a chat's wish to follow a source.
 *
 * @param outcome what was changed
 * @param feedId the source, 0 where there is no room for it
 * @param title what it is called: as it was found, or as it was known before
 */
public record Followed(Outcome outcome, long feedId, String title) {
  /** What was changed. */
  public enum Outcome {
    /** The chat hears it from now on. */
    ADDED,
    /** It was in the catalogue, and the chat had dropped it; it hears it again. */
    AGAIN,
    /** The chat heard it before. */
    ALREADY,
    /** The chat has as many sources of its own as it may have. */
    FULL
  }
}
