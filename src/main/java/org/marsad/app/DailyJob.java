package org.marsad.app;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job that is done once a day. If it meets an error, it is done again the next day. */
@DisallowConcurrentExecution
final class DailyJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(DailyJob.class);

  private final Runnable chore;

  DailyJob(Runnable chore) {
    this.chore = chore;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.error("What is done once a day could not be done; it is tried again tomorrow", e);
    }
  }
}
