package org.marsad.app;

final class RetentionOnPostgresTest extends RetentionContract {
  @Override
  Database fresh() {
    return TestPostgres.open();
  }
}
