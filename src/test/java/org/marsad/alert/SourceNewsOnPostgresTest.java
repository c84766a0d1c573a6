package org.marsad.alert;

import org.marsad.app.Database;
import org.marsad.app.TestPostgres;

final class SourceNewsOnPostgresTest extends SourceNewsTest {
  @Override
  Database fresh() {
    return TestPostgres.open();
  }
}
