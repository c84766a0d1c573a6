package org.marsad.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.poll.Polled;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When each feed is polled: one durable Quartz job a feed in the database, so that a restart goes
 * on where it stopped. Each job moves its own trigger to the time its poll asked for ({@link
 * PollStore}). Thread-safe.
 *
 * <p>A trigger repeats at the longest interval: should a process die in the middle of a poll, or
 * the poll meet an error, it stands. What was missed while the program was down fires once.
 */
final class Schedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final String GROUP = "feeds";
  private static final String UPKEEP = "upkeep";
  private static final int STORED_AT_ONCE = 250;
  private static final long TOGETHER_MILLIS = 250;
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final Feeds feeds;
  private final Rhythm rhythm;
  private final Map<String, Runnable> chores = new ConcurrentHashMap<>();
  private volatile Consumer<Duration> lateness = late -> {};

  /**
   * How often.
   *
   * @param bounds the shortest interval, over which first fires are spread, and the longest
   * @param clock the machine's own, by which Quartz goes too
   */
  record Rhythm(CheckTimes.Bounds bounds, Clock clock) {}

  /** Prepares polling; {@link #start} begins it. */
  Schedule(Database database, Feeds feeds, LongFunction<Polled> poll, Rhythm rhythm) {
    this.feeds = feeds;
    this.rhythm = rhythm;
    try {
      this.scheduler = QuartzStore.scheduler(database);
      scheduler.setJobFactory(
          (fired, by) ->
              fired.getJobDetail().getJobClass() == ChoreJob.class
                  ? new ChoreJob(
                      chores.getOrDefault(fired.getJobDetail().getKey().getName(), () -> {}))
                  : new PollJob(poll, this, lateness));
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule cannot be set up", e);
    }
  }

  /**
   * Does something once a day, in one of the processes that share the database; what was missed
   * while the program was down is done at the start.
   */
  void daily(Runnable chore) {
    repeat("daily", Duration.ofDays(1), chore);
  }

  /** The same every minute. */
  void minutely(Runnable chore) {
    repeat("minutely", Duration.ofMinutes(1), chore);
  }

  private void repeat(String name, Duration every, Runnable chore) {
    chores.put(name, chore);
    JobKey key = new JobKey(name, UPKEEP);
    JobDetail job = JobBuilder.newJob(ChoreJob.class).withIdentity(key).storeDurably().build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name, UPKEEP)
            .forJob(key)
            .startAt(Date.from(rhythm.clock().instant()))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(every.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNowWithExistingCount())
            .build();
    try {
      scheduler.addJob(job, true);
      if (!scheduler.checkExists(trigger.getKey())) {
        scheduler.scheduleJob(trigger);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("what is done again and again cannot be scheduled", e);
    }
  }

  /** From now on this is told how long after its time each poll begins. */
  void lateness(Consumer<Duration> told) {
    this.lateness = told;
  }

  /** How long after a moment it is. */
  Duration since(Instant moment) {
    return Duration.between(moment, rhythm.clock().instant());
  }

  /** Begins to poll. */
  void start() {
    follow(this::isDueAtStart);
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule cannot be started", e);
    }
  }

  /** Whether it runs. */
  boolean isStarted() {
    try {
      return scheduler.isStarted() && !scheduler.isShutdown();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not say whether it runs", e);
    }
  }

  /** Makes the jobs those of the polled feeds; those that have one keep it as it is. */
  void follow() {
    follow((feed, trigger) -> false);
  }

  private synchronized void follow(BiPredicate<Feed, Trigger> isDue) {
    try {
      Set<JobKey> gone = new HashSet<>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP)));
      List<Feed> due = new ArrayList<>();
      for (Feed feed : feeds.polled()) {
        gone.remove(job(feed.id()));
        Trigger trigger = scheduler.getTrigger(trigger(feed.id()));
        if (trigger == null || isDue.test(feed, trigger)) {
          due.add(feed);
        }
      }
      scheduler.deleteJobs(List.copyOf(gone));
      spread(due);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule cannot follow the catalogue", e);
    }
  }

  /**
   * Overdue after a downtime, by so much that no other process is just about to poll it; or further
   * away than the operator now allows for a feed that is well.
   */
  private boolean isDueAtStart(Feed feed, Trigger trigger) {
    Instant now = rhythm.clock().instant();
    Date next = trigger.getNextFireTime();
    return next == null
        || next.toInstant().isBefore(now.minus(rhythm.bounds().min()))
        || (feed.failures() == 0 && next.toInstant().isAfter(now.plus(rhythm.bounds().max())));
  }

  /**
   * Spreads fires over the shortest interval, so that not all servers are asked at once. Many are
   * stored in one transaction, and the last of them first: storing thousands takes seconds, by
   * which the first would fire late.
   */
  private void spread(List<Feed> due) throws SchedulerException {
    for (int end = due.size(); end > 0; end -= STORED_AT_ONCE) {
      Instant now = rhythm.clock().instant();
      Map<JobDetail, Set<? extends Trigger>> jobs = new HashMap<>();
      for (int i = Math.max(0, end - STORED_AT_ONCE); i < end; i++) {
        Duration later = rhythm.bounds().min().multipliedBy(i).dividedBy(due.size());
        long id = due.get(i).id();
        jobs.put(detail(id), Set.of(at(id, now.plus(later))));
      }
      scheduler.scheduleJobs(jobs, true);
    }
  }

  private static JobDetail detail(long feedId) {
    return JobBuilder.newJob(PollJob.class)
        .withIdentity(job(feedId))
        .storeDurably()
        .requestRecovery()
        .build();
  }

  /** Polls a feed at once that is polled from now on; one that is polled keeps its time. */
  synchronized void begin(long feedId) {
    try {
      if (!scheduler.checkExists(trigger(feedId))) {
        scheduler.scheduleJob(detail(feedId), Set.of(at(feedId, rhythm.clock().instant())), true);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("a new source cannot be scheduled", e);
    }
  }

  /** The feed is not to be polled any more. */
  void stop(long feedId) {
    try {
      scheduler.deleteJob(job(feedId));
    } catch (SchedulerException e) {
      throw new IllegalStateException("a source cannot be taken off the schedule", e);
    }
  }

  /** A moment, or a little later, so that polls which are due together are begun together. */
  static Instant together(Instant moment) {
    long beyond = Math.floorMod(moment.toEpochMilli(), TOGETHER_MILLIS);
    return beyond == 0 ? moment : moment.plusMillis(TOGETHER_MILLIS - beyond);
  }

  private Trigger at(long feedId, Instant moment) {
    return TriggerBuilder.newTrigger()
        .withIdentity(trigger(feedId))
        .forJob(job(feedId))
        .startAt(Date.from(moment))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(rhythm.bounds().max().toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNowWithExistingCount())
        .build();
  }

  private static JobKey job(long feedId) {
    return new JobKey(Long.toString(feedId), GROUP);
  }

  private static TriggerKey trigger(long feedId) {
    return new TriggerKey(Long.toString(feedId), GROUP);
  }

  /** Fires no more and waits a few seconds for the polls that run. One cut off changes nothing. */
  @Override
  public void close() {
    Thread stopping = new Thread(this::shutdown, "schedule-stop");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(PATIENCE_AT_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (stopping.isAlive()) {
      LOG.warn("Sources were still being read at the stop; they are read again at the next start");
    }
  }

  private void shutdown() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.error("The schedule did not stop well", e);
    }
  }
}
