package org.marsad.alert;

/** How urgent a watch is to its chat, the most urgent first: of several, the first counts. */
public enum Urgency {
  /** Rings, in quiet hours too where the chat lets it. */
  URGENT,
  /** Rings at once. */
  INSTANT,
  /** Comes at once, without a sound. */
  SILENT,
  /** Comes in the digest. */
  DIGEST
}
