package org.marsad.feed;

import org.marsad.app.Database;
import org.marsad.app.TestPostgres;

final class ItemsOnPostgresTest extends ItemsContract {
  @Override
  Database fresh() {
    return TestPostgres.open();
  }
}
