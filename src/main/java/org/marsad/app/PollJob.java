package org.marsad.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.marsad.poll.Polled;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job of one feed: polls it and says when it is to run next. The job's name is the feed's key.
 * If the poll meets an error, the trigger stands as it is and fires again after the longest
 * interval.
 */
@DisallowConcurrentExecution
final class PollJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PollJob.class);

  private final LongFunction<Polled> poll;
  private final Schedule schedule;
  private final Consumer<Duration> lateness;

  PollJob(LongFunction<Polled> poll, Schedule schedule, Consumer<Duration> lateness) {
    this.poll = poll;
    this.schedule = schedule;
    this.lateness = lateness;
  }

  @Override
  public void execute(JobExecutionContext context) {
    long feedId = Long.parseLong(context.getJobDetail().getKey().getName());
    lateness.accept(schedule.since(context.getScheduledFireTime().toInstant()));
    try {
      Instant next = poll.apply(feedId).next();
      if (next == null) {
        schedule.stop(feedId);
      } else {
        PollStore.next(context.getJobDetail(), Schedule.together(next));
      }
    } catch (RuntimeException e) {
      LOG.error("Source {} could not be polled; nothing was changed, it is tried again", feedId, e);
    }
  }
}
