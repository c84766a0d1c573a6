package org.marsad.feed;

import org.marsad.app.Database;
import org.marsad.app.TestDatabase;

final class FeedsOnH2Test extends FeedsContract {
  @Override
  Database fresh() {
    return TestDatabase.open();
  }
}
