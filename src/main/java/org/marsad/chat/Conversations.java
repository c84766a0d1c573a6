package org.marsad.chat;

import org.jdbi.v3.core.Jdbi;

/** The table {@code conversations}: what the next line of one person in one chat answers. */
public final class Conversations {
  private final Jdbi jdbi;

  /** Works on this database. */
  public Conversations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Jdbi jdbi() {
    return jdbi;
  }
}
