package org.marsad.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections to H2 or PostgreSQL, with the tables brought to this version's state.
 * Thread-safe; closed last.
 *
 * <p>H2 is opened with {@code WRITE_DELAY=0}, because by default it loses acknowledged commits of
 * up to 500 ms when the process is killed, with {@code MAX_COMPACT_TIME=0}, because at the stop it
 * would move blocks about and then fails its own assertions (2.3.232 and 2.4.240; what was
 * committed last was gone at the next start), with a {@code LOCK_TIMEOUT} that outlasts every queue
 * for a row, as two seconds do not on a busy machine, and in PostgreSQL's mode, so that one text of
 * SQL serves both. Its files are opened through {@code async:}, because a plain file is closed, and
 * the database with it, when any thread that uses it is interrupted, as Quartz does to its own at
 * the stop. One connection to H2 writes at a time ({@link OneWriter}).
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int MAX_CONNECTIONS = 24;

  /** Below it, writing the file anew gains nothing. */
  private static final long LARGE_BYTES = 16L << 20;

  /** A path, not one of H2's other kinds of address ({@code mem:}, {@code tcp:} …). */
  private static final Pattern IN_A_FILE = Pattern.compile("jdbc:h2:(file:|[A-Za-z]:|[^:]*(;|$))");

  private final HikariDataSource pool;
  private final DataSource connections;
  private final Jdbi jdbi;
  private final boolean h2;

  private Database(HikariDataSource pool, boolean h2) {
    this.pool = pool;
    this.h2 = h2;
    this.connections = h2 ? OneWriter.over(pool) : pool;
    this.jdbi = Jdbi.create(connections);
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerColumnMapper(Instant.class, instantColumn());
  }

  /**
   * Opens the database and migrates it.
   *
   * @param url a JDBC address of H2 or PostgreSQL; user and password may stand in it
   * @throws ConfigException if it cannot be opened, saying what to check, without the password
   */
  public static Database open(String url) {
    rewrite(url);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(isH2(url) ? h2Url(url) : url);
    config.setPoolName("marsad");
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new ConfigException(
          "MARSAD_DATABASE_URL", "cannot be opened: " + rootMessage(e, url), example(), e);
    }
    try {
      migrate(pool, isH2(url) ? "h2" : "postgresql");
    } catch (RuntimeException e) {
      pool.close();
      throw new ConfigException(
          "MARSAD_DATABASE_URL",
          "opened, but its tables cannot be brought up to date: " + rootMessage(e, url),
          example(),
          e);
    }
    Database opened = new Database(pool, isH2(url));
    if (opened.h2) {
      Identities.realign(opened.jdbi);
    }
    return opened;
  }

  /**
   * Has H2 write its file anew before it is used, if most of it is what was overwritten since: one
   * commit takes a block of 4 KiB at least, and H2 is not let move blocks about ({@code
   * MAX_COMPACT_TIME=0}), so the file only grows (measured on 2.3.232 with eight connections that
   * write: 471 to 970 MB after fifty kills). A file that other processes may have open ({@code
   * AUTO_SERVER}) is left as it is: this would close it on them.
   */
  private static void rewrite(String url) {
    boolean shared = url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE");
    if (shared || !IN_A_FILE.matcher(url).lookingAt() || !isLarge(url)) {
      return;
    }
    try (Connection connection = DriverManager.getConnection(h2Url(url));
        Statement statement = connection.createStatement()) {
      if (percent(statement, "FILL_RATE") * percent(statement, "CHUNKS_FILL_RATE") < 50 * 100) {
        LOG.info("The database's file is written anew: most of it is out of use");
        statement.execute("SHUTDOWN COMPACT");
      }
    } catch (SQLException e) {
      LOG.warn("The database's file cannot be written anew: {}", rootMessage(e, url));
    }
  }

  private static boolean isLarge(String url) {
    Path file = Path.of(ArchiveFolder.file(url.substring(ArchiveFolder.H2.length())) + ".mv.db");
    try {
      return Files.exists(file) && Files.size(file) > LARGE_BYTES;
    } catch (IOException e) {
      LOG.warn("The size of the database's file is not known", e);
      return false;
    }
  }

  private static int percent(Statement statement, String rate) throws SQLException {
    String settings = "FROM information_schema.settings WHERE setting_name = 'info." + rate + "'";
    try (ResultSet found = statement.executeQuery("SELECT setting_value " + settings)) {
      return found.next() ? found.getInt(1) : 100;
    }
  }

  static boolean isH2(String url) {
    return url.startsWith("jdbc:h2:");
  }

  private static String example() {
    return "jdbc:h2:file:./data/marsad or jdbc:postgresql://localhost/marsad?user=marsad&password=…";
  }

  /** Adds what Marsad relies on, unless the operator's address already decides it. */
  static String h2Url(String url) {
    String upper = url.toUpperCase(Locale.ROOT);
    StringBuilder full = new StringBuilder(url);
    if (IN_A_FILE.matcher(url).lookingAt()) {
      full.insert("jdbc:h2:".length(), "async:");
    }
    for (String setting :
        new String[] {
          "WRITE_DELAY=0",
          "MAX_COMPACT_TIME=0",
          "LOCK_TIMEOUT=300000",
          "MODE=PostgreSQL",
          "DATABASE_TO_LOWER=TRUE",
          "DEFAULT_NULL_ORDERING=HIGH",
          "DB_CLOSE_ON_EXIT=FALSE",
          "TRACE_LEVEL_FILE=0"
        }) {
      String name = setting.substring(0, setting.indexOf('=') + 1);
      if (!upper.contains(";" + name)) {
        full.append(';').append(setting);
      }
    }
    return full.toString();
  }

  private static void migrate(DataSource pool, String vendor) {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/all", "classpath:db/" + vendor)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /** The deepest word of the database's own: below it stands what a socket or a file said. */
  private static String rootMessage(Throwable e, String url) {
    Throwable root = e;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      root = cause instanceof SQLException || !(root instanceof SQLException) ? cause : root;
    }
    String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return said.replace(url, "(the address)").replaceAll("(?i)(password=)[^&;\\s]*", "$1…");
  }

  /** The way to SQL. Instants are stored and read as {@code TIMESTAMP WITH TIME ZONE} in UTC. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether it is H2, as against PostgreSQL. */
  boolean isH2() {
    return h2;
  }

  /** Whether a connection can be had and answers. */
  boolean isOpen() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** How many connections are in use at this moment, those included that wait to write. */
  public int busyConnections() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  /** The connections themselves, for Quartz. */
  DataSource connections() {
    return connections;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static ColumnMapper<Instant> instantColumn() {
    return (row, column, context) -> {
      OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
      return value == null ? null : value.toInstant();
    };
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }
}
