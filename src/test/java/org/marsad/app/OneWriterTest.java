package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneWriterTest {
  private final Database database = TestDatabase.open();
  private final Jdbi jdbi = database.jdbi();

  @BeforeEach
  void createTable() {
    jdbi.useHandle(handle -> handle.execute("CREATE TABLE written (number INT PRIMARY KEY)"));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void whoWritesWaitsForTheTransactionBeforeAndWhoReadsDoesNot() {
    Thread other;
    try (Handle first = jdbi.open()) {
      first.begin();
      insert(first, 1);
      other = inAnotherThread(() -> jdbi.useHandle(handle -> insert(handle, 2)));
      awaitItsTurn(other);
      assertThat(inAnotherConnection("SELECT count(*) FROM written")).isZero();
      first.commit();
      await().until(() -> !other.isAlive());
    }
    assertThat(inAnotherConnection("SELECT count(*) FROM written")).isEqualTo(2);
  }

  @Test
  void aTransactionThatHasOnlyReadDelaysNobody() {
    try (Handle reads = jdbi.open()) {
      reads.begin();
      reads.createQuery("SELECT count(*) FROM written").mapTo(Integer.class).one();
      Thread other = inAnotherThread(() -> jdbi.useHandle(handle -> insert(handle, 1)));
      await().until(() -> !other.isAlive());
      reads.commit();
    }
  }

  @Test
  void whoReadsToChangeWaitsAsWell() {
    jdbi.useHandle(handle -> insert(handle, 1));
    try (Handle first = jdbi.open()) {
      first.begin();
      first
          .createQuery("SELECT number FROM written WHERE number = 1 FOR UPDATE")
          .mapTo(Integer.class)
          .one();
      Thread other = inAnotherThread(() -> jdbi.useHandle(handle -> insert(handle, 2)));
      awaitItsTurn(other);
      first.rollback();
      await().until(() -> !other.isAlive());
    }
  }

  @Test
  void aSavepointDoesNotEndTheTransaction() {
    try (Handle first = jdbi.open()) {
      first.begin();
      insert(first, 1);
      first.savepoint("here");
      insert(first, 2);
      first.rollbackToSavepoint("here");
      Thread other = inAnotherThread(() -> jdbi.useHandle(handle -> insert(handle, 3)));
      awaitItsTurn(other);
      first.commit();
      await().until(() -> !other.isAlive());
    }
    assertThat(inAnotherConnection("SELECT sum(number) FROM written")).isEqualTo(4);
  }

  @Test
  void aConnectionThatIsClosedInTheMiddleLetsTheNextOneWrite() throws SQLException {
    try (Connection first = database.connections().getConnection();
        Statement statement = first.createStatement()) {
      first.setAutoCommit(false);
      statement.execute("INSERT INTO written VALUES (1)");
    }
    Thread other = inAnotherThread(() -> jdbi.useHandle(handle -> insert(handle, 2)));
    await().until(() -> !other.isAlive());
    assertThat(inAnotherConnection("SELECT sum(number) FROM written")).isEqualTo(2);
  }

  @Test
  void aStatementThatIsRefusedLetsTheNextOneWrite() {
    jdbi.useHandle(handle -> insert(handle, 1));
    assertThatThrownBy(() -> jdbi.useHandle(handle -> insert(handle, 1)))
        .hasMessageContaining("primary key");
    Thread other = inAnotherThread(() -> jdbi.useHandle(handle -> insert(handle, 2)));
    await().until(() -> !other.isAlive());
    assertThat(inAnotherConnection("SELECT sum(number) FROM written")).isEqualTo(3);
  }

  private static void insert(Handle handle, int number) {
    handle.execute("INSERT INTO written VALUES (?)", number);
  }

  private int inAnotherConnection(String sql) {
    try (Handle handle = jdbi.open()) {
      return handle.createQuery(sql).mapTo(Integer.class).one();
    }
  }

  private static Thread inAnotherThread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true); // one that waits for ever must not keep the tests from ending
    thread.start();
    return thread;
  }

  private static void awaitItsTurn(Thread thread) {
    await()
        .until(
            () -> {
              boolean waits = thread.getState() == Thread.State.WAITING;
              return waits
                  && List.of(thread.getStackTrace()).stream()
                      .anyMatch(
                          frame -> frame.getClassName().startsWith(OneWriter.class.getName()));
            });
  }
}
