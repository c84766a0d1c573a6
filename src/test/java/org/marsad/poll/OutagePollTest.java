package org.marsad.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Delivery;
import org.marsad.alert.Message;
import org.marsad.alert.Told;

/** What came out while a feed could not be read. */
class OutagePollTest {
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
  void whatAnOutageHeldUpComesInOneMessageWhereItIsMuch() {
    bench.poll();
    bench.execute(
        "UPDATE feeds SET failures = 9, last_success_at = last_success_at - INTERVAL '5' HOUR");
    IntStream.rangeClosed(1, 40).forEach(i -> bench.server.publish("m" + i, "النفط اليوم " + i));
    bench.poll();

    Message message = onlyNotice();
    assertThat(message.plain()).contains("عادت قراءة").contains("المرصد").contains("40");
    assertThat(message.plain().lines().skip(1).toList())
        .hasSize(40)
        .allMatch(line -> line.contains("النفط اليوم"));
    assertThat(message.html()).contains("<a href=\"https://example.org/n/m40\">");
    assertThat(suppressed()).isEqualTo(40);
    assertThat(bench.world.watches.hitsSince(bench.chat.id(), Instant.EPOCH)).containsValue(40);
    assertThat(bench.woken).hasValue(1);
    assertThat(bench.told()).isEmpty();
  }

  @Test
  void theCatchUpMessageFitsHoweverMuchItLists() {
    bench.poll();
    bench.execute("UPDATE feeds SET next_check_at = next_check_at - INTERVAL '2' HOUR");
    IntStream.range(0, 90)
        .forEach(i -> bench.server.publish("m" + i, "النفط " + "كلمة ".repeat(60) + i));
    bench.poll();

    String plain = onlyNotice().plain();
    assertThat(plain.codePointCount(0, plain.length())).isBetween(3000, 4096);
    assertThat(plain.lines().reduce((first, last) -> last).orElseThrow()).contains("خبرًا آخر");
  }

  @Test
  void whatAnOutageHeldUpComesOneByOneWhereItIsLittle() {
    bench.poll();
    bench.execute(
        "UPDATE feeds SET failures = 9, last_success_at = last_success_at - INTERVAL '5' HOUR");
    IntStream.rangeClosed(1, 5).forEach(i -> bench.server.publish("m" + i, "النفط اليوم " + i));
    bench.poll();

    assertThat(bench.told()).hasSize(5);
  }

  private Message onlyNotice() {
    List<Delivery> claimed =
        bench.world.outbox.claim(100, Duration.ofHours(1), bench.clock.instant());
    assertThat(claimed).hasSize(1);
    return ((Told.Notice) claimed.get(0).told()).message();
  }

  private int suppressed() {
    return bench
        .database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM outbox WHERE state = 'suppressed' AND reason = 'in the catch-up message'")
                    .mapTo(Integer.class)
                    .one());
  }
}
