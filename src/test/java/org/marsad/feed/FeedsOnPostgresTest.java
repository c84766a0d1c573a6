package org.marsad.feed;

import org.marsad.app.Database;
import org.marsad.app.TestPostgres;

final class FeedsOnPostgresTest extends FeedsContract {
  @Override
  Database fresh() {
    return TestPostgres.open();
  }
}
