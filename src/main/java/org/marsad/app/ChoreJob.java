package org.marsad.app;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done again and again. If it meets an error, it is done again in its time. */
@DisallowConcurrentExecution
final class ChoreJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(ChoreJob.class);

  private final Runnable chore;

  ChoreJob(Runnable chore) {
    this.chore = chore;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.error(
          "A chore ({}) could not be done; it is tried again in its time",
          context.getJobDetail().getKey().getName(),
          e);
    }
  }
}
