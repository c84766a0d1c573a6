package org.marsad.alert;

import org.marsad.app.Database;
import org.marsad.app.TestPostgres;

final class SpikesOnPostgresTest extends SpikesTest {
  @Override
  Database fresh() {
    return TestPostgres.open();
  }
}
