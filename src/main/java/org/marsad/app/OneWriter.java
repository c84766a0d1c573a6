package org.marsad.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Has the transactions that write to H2 follow one another; who reads waits for nobody.
 *
 * <p>When H2 writes to its file, it takes the tables and the logs of open transactions one by one
 * while others go on writing to them ({@code MVStore.collectChangedMapRoots}), so that a kill may
 * leave half of a transaction, or rows that nobody can change any more: on 2.4.240 in four of 409
 * pictures of the file with that moment drawn out to a millisecond, and none of 315 with one
 * writer; in one of 503 as it is. While there is one, what it takes is of one moment.
 *
 * <p>A transaction waits before the first statement that is not a plain {@code SELECT}, and lets
 * the next one write when it has ended; a statement on its own, when it was executed. Those who
 * wait are served in turn and are not interrupted. A connection stays with the thread that writes
 * on it.
 */
final class OneWriter {
  private OneWriter() {}

  /** The same connections, one of which writes at a time. */
  static DataSource over(DataSource pool) {
    ReentrantLock turn = new ReentrantLock(true);
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object result = call(pool, method, arguments);
          return result instanceof Connection connection
              ? proxy(Connection.class, new Writer(connection, turn))
              : result;
        });
  }

  private static final class Writer implements InvocationHandler {
    private final Connection connection;
    private final ReentrantLock turn;
    private boolean writes;

    Writer(Connection connection, ReentrantLock turn) {
      this.connection = connection;
      this.turn = turn;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return switch (method.getName()) {
        case "equals" -> proxy == first(arguments);
        case "createStatement", "prepareStatement", "prepareCall" -> {
          Object made = Objects.requireNonNull(call(connection, method, arguments));
          yield isPlainSelect(first(arguments)) ? made : statement(method.getReturnType(), made);
        }
        case "commit", "close", "abort", "setAutoCommit" -> end(method, arguments);
        // Back to a savepoint, the transaction goes on.
        case "rollback" ->
            arguments == null ? end(method, null) : call(connection, method, arguments);
        default -> call(connection, method, arguments);
      };
    }

    private @Nullable Object end(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return call(connection, method, arguments);
      } finally {
        letOthers();
      }
    }

    private Object statement(Class<?> type, Object statement) {
      return proxy(
          type,
          (proxy, method, arguments) -> {
            if (method.getName().equals("equals")) {
              return proxy == first(arguments);
            }
            return method.getName().startsWith("execute") && !isPlainSelect(first(arguments))
                ? write(statement, method, arguments)
                : call(statement, method, arguments);
          });
    }

    private @Nullable Object write(Object statement, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (!writes) {
        turn.lock();
        writes = true;
      }
      try {
        return call(statement, method, arguments);
      } finally {
        if (connection.getAutoCommit()) {
          letOthers();
        }
      }
    }

    private void letOthers() {
      if (writes) {
        writes = false;
        turn.unlock();
      }
    }
  }

  private static @Nullable Object first(Object @Nullable [] arguments) {
    return arguments == null || arguments.length == 0 ? null : arguments[0];
  }

  private static boolean isPlainSelect(@Nullable Object sql) {
    String text = sql instanceof String some ? some.strip().toUpperCase(Locale.ROOT) : "";
    return text.startsWith("SELECT") && !text.contains("FOR UPDATE");
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(OneWriter.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? new SQLException(e) : e.getCause();
    }
  }
}
