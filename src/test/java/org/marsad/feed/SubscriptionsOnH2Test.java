package org.marsad.feed;

import org.marsad.app.Database;
import org.marsad.app.TestDatabase;

final class SubscriptionsOnH2Test extends SubscriptionsContract {
  @Override
  Database fresh() {
    return TestDatabase.open();
  }
}
