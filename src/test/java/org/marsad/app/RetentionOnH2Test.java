package org.marsad.app;

final class RetentionOnH2Test extends RetentionContract {
  @Override
  Database fresh() {
    return TestDatabase.open();
  }
}
