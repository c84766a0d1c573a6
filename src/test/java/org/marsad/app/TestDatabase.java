package org.marsad.app;

import java.util.UUID;

/** A fresh, migrated H2 database in memory, gone when closed. */
public final class TestDatabase {
  private TestDatabase() {}

  /** Opens one. */
  public static Database open() {
    return Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }
}
