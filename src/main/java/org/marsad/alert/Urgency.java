package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How urgent a watch is to its chat, the most urgent first: of several, the first counts. */
public enum Urgency {
  /** Rings, in quiet hours too where the chat lets it. */
  URGENT,
  /** Rings at once. */
  INSTANT,
  /** Comes at once, without a sound. */
  SILENT,
  /** Comes in the digest. */
  DIGEST;

  /** By which a row of the table {@code outbox} is told, from its columns of these names. */
  static Urgency of(ResultSet row) throws SQLException {
    if (Entry.Held.DIGEST.name().equals(row.getString("held"))) {
      return DIGEST;
    }
    boolean urgent = row.getInt("priority") == Priority.URGENT.ordinal();
    return urgent ? URGENT : row.getBoolean("silent") ? SILENT : INSTANT;
  }
}
