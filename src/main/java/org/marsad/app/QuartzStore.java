package org.marsad.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.core.JobRunShellFactory;
import org.quartz.core.QuartzScheduler;
import org.quartz.core.QuartzSchedulerResources;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.StdJobRunShellFactory;
import org.quartz.impl.StdScheduler;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.simpl.CascadingClassLoadHelper;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * A Quartz scheduler whose jobs stand in our own database and use our own pool. Built by hand,
 * since Quartz's own factories keep schedulers in a static list under their name.
 *
 * <p>Threads and batch are as measured: 200 fires a second sustained on H2 with jobs of 50 ms. On
 * PostgreSQL the store is clustered, so that two processes share the work.
 */
final class QuartzStore {
  private static final String NAME = "marsad";
  private static final int THREADS = 32;

  /** Quartz's own default: how long an idle scheduler sleeps when nothing wakes it. */
  private static final long IDLE_WAIT_MILLIS = 30_000;

  private static final long AFTER_DATABASE_FAILURE_MILLIS = 5_000;

  private QuartzStore() {}

  /** A scheduler that is not started yet. */
  static Scheduler scheduler(Database database) throws SchedulerException {
    String instance = UUID.randomUUID().toString();
    SimpleThreadPool threads = new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY);
    threads.setThreadNamePrefix("poll");
    threads.setMakeThreadsDaemons(true);
    threads.setInstanceName(NAME);
    threads.setInstanceId(instance);
    threads.initialize();
    PollStore store = store(database, instance);
    JobRunShellFactory shells = new StdJobRunShellFactory();
    QuartzSchedulerResources resources = new QuartzSchedulerResources();
    resources.setName(NAME);
    resources.setInstanceId(instance);
    resources.setThreadName("schedule");
    resources.setMakeSchedulerThreadDaemon(true);
    resources.setThreadExecutor(new DefaultThreadExecutor());
    resources.setThreadPool(threads);
    resources.setJobStore(store);
    resources.setJobRunShellFactory(shells);
    resources.setMaxBatchSize(THREADS);
    QuartzScheduler core =
        new QuartzScheduler(resources, IDLE_WAIT_MILLIS, AFTER_DATABASE_FAILURE_MILLIS);
    CascadingClassLoadHelper classes = new CascadingClassLoadHelper();
    classes.initialize();
    store.initialize(classes, core.getSchedulerSignaler());
    Scheduler scheduler = new StdScheduler(core);
    shells.initialize(scheduler);
    core.initialize();
    return scheduler;
  }

  private static PollStore store(Database database, String instance) {
    DBConnectionManager.getInstance().addConnectionProvider(instance, new OurPool(database));
    PollStore store = new PollStore();
    store.setInstanceName(NAME);
    store.setInstanceId(instance);
    store.setDataSource(instance);
    store.setUseProperties("true");
    store.setMakeThreadsDaemons(true);
    store.setAcquireTriggersWithinLock(true);
    store.setIsClustered(!database.isH2());
    Class<?> dialect = database.isH2() ? StdJDBCDelegate.class : PostgreSQLDelegate.class;
    try {
      store.setDriverDelegateClass(dialect.getName());
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException("Quartz does not know its own " + dialect, e);
    }
    return store;
  }

  /** Quartz may take connections from the pool but never close it. */
  private record OurPool(Database database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.connections().getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
  }
}
