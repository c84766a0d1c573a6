package org.marsad.feed;

import org.marsad.app.Database;
import org.marsad.app.TestPostgres;

final class SubscriptionsOnPostgresTest extends SubscriptionsContract {
  @Override
  Database fresh() {
    return TestPostgres.open();
  }
}
