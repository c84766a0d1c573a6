package org.marsad.alert;

/**
 * What is told first where several messages wait: the urgent of all chats before the instant, the
 * instant before the digests. The table {@code outbox} keeps the ordinal.
 */
public enum Priority {
  URGENT,
  INSTANT,
  DIGEST
}
