package org.marsad.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.quartz.JobDetail;
import org.quartz.JobPersistenceException;
import org.quartz.Trigger.CompletedExecutionInstruction;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.spi.OperableTrigger;

/**
 * Quartz's store, which moves the trigger of a job that says when it is to run next in the
 * transaction that ends the job. Quartz's own way deletes the trigger and stores another, in a
 * transaction more: half of what a poll that finds nothing new cost. The trigger is named as its
 * job is. Thread-safe.
 */
final class PollStore extends JobStoreTX {
  private static final String NEXT = "next";

  /** Says when a job is to run next, while it runs. */
  static void next(JobDetail running, Instant at) {
    running.getJobDataMap().put(NEXT, (Long) at.toEpochMilli());
  }

  @Override
  protected void triggeredJobComplete(
      Connection connection,
      OperableTrigger trigger,
      JobDetail job,
      CompletedExecutionInstruction instruction)
      throws JobPersistenceException {
    super.triggeredJobComplete(connection, trigger, job, instruction);
    if (job.getJobDataMap().get(NEXT) instanceof Long next) {
      move(connection, job, next);
      signalSchedulingChangeOnTxCompletion(next);
    }
  }

  private void move(Connection connection, JobDetail job, long next)
      throws JobPersistenceException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE qrtz_triggers SET next_fire_time = ?"
                + " WHERE sched_name = ? AND trigger_name = ? AND trigger_group = ?")) {
      update.setLong(1, next);
      update.setString(2, getInstanceName());
      update.setString(3, job.getKey().getName());
      update.setString(4, job.getKey().getGroup());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new JobPersistenceException("The next run of " + job.getKey() + " is not stored", e);
    }
  }
}
