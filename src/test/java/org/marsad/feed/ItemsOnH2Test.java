package org.marsad.feed;

import org.marsad.app.Database;
import org.marsad.app.TestDatabase;

final class ItemsOnH2Test extends ItemsContract {
  @Override
  Database fresh() {
    return TestDatabase.open();
  }
}
