package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.Reason;

/** What becomes of a poll that fails. */
class FailingPollTest {
  private PollBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new PollBench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatTheDatabaseDoesNotTakeIsToldAndBackedOff() {
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.execute("ALTER TABLE items ADD CONSTRAINT broken CHECK (feed_id < 0)");
    Instant before = bench.clock.instant();
    bench.poll();
    Polled second = bench.poll();

    assertThat(second.next()).isAfterOrEqualTo(before.plus(PollBench.MIN.multipliedBy(2)));
    assertThat(bench.world.feed().failures()).isEqualTo(2);
    assertThat(bench.world.feed().lastOutcome())
        .startsWith(Reason.NOT_STORED.words())
        .containsIgnoringCase("broken");
    bench.execute("ALTER TABLE items DROP CONSTRAINT broken");
  }

  @Test
  void aFailureTellsNobodyAndTheNextPollComesLaterEachTime() {
    bench.poll();
    bench.server.publish("1", "ارتفاع أسعار النفط");
    bench.server.answersWith(500);
    Instant before = bench.clock.instant();
    Polled first = bench.poll();
    Polled second = bench.poll();

    assertThat(first.outcome()).isEqualTo("http status");
    assertThat(first.next()).isAfterOrEqualTo(before.plus(PollBench.MIN));
    assertThat(second.next()).isAfterOrEqualTo(before.plus(PollBench.MIN.multipliedBy(2)));
    assertThat(bench.world.feed().failures()).isEqualTo(2);

    bench.server.answersWith(200);
    bench.poll();
    assertThat(bench.world.feed().failures()).isZero();
    assertThat(bench.told()).hasSize(1);
  }

  @Test
  void aFeedThatIsGoneForGoodIsNotReadAgain() {
    long id = bench.world.feed().id();
    bench.server.answersWith(410);

    assertThat(bench.poll()).isEqualTo(new Polled("gone", 0, null));
    int requests = bench.server.requests.get();
    assertThat(bench.feedPoll.poll(id)).isEqualTo(new Polled("not followed", 0, null));
    assertThat(bench.server.requests).hasValue(requests);
  }

  @Test
  void aPageInsteadOfAFeedIsAFailureWithItsReason() {
    bench.server.showsPage("<!DOCTYPE html><html><body>مرحبا</body></html>");

    assertThat(bench.poll().outcome()).isEqualTo("not a feed");
    assertThat(bench.world.feed().lastOutcome()).contains("HTML page");
  }

  @Test
  void pollsAreCountedByTheirOutcome() {
    bench.poll();
    bench.poll();
    bench.server.answersWith(503);
    bench.poll();

    Map<String, Double> counts = Map.of("first read", 1.0, "not modified", 1.0, "unavailable", 1.0);
    counts.forEach(
        (outcome, count) ->
            assertThat(bench.meters.counter("marsad.polls", "outcome", outcome).count())
                .as(outcome)
                .isEqualTo(count));
  }
}
