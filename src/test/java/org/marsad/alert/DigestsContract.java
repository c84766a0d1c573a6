package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.Item;
import org.marsad.text.TelegramHtml;
import org.marsad.watch.Watch;

/**
 * What is held back for several chats, where something is wrong with one; and how long it may be.
 */
abstract class DigestsContract {
  private static final Instant NOON = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant MORNING = NOON.plus(Duration.ofDays(1));

  abstract Jdbi jdbi();

  private Alerts world;
  private Digests digests;
  private Watch first;
  private Watch second;

  @BeforeEach
  void empty() {
    world = Alerts.anew(jdbi());
    digests = new Digests(jdbi(), world.outbox);
    first = digestWatch(1);
    second = digestWatch(2);
  }

  private Watch digestWatch(long number) {
    Chat chat = world.chat(number, NOON);
    Watch watch = world.watch(chat, "نفط", NOON);
    new Habits(jdbi()).urgency(chat.id(), watch.id(), Urgency.DIGEST);
    return watch;
  }

  private void set(String sql) {
    jdbi().useHandle(handle -> handle.execute(sql));
  }

  private List<Long> toldChats() {
    return world.outbox.claim(100, Duration.ofMinutes(1), MORNING).stream()
        .map(one -> one.chat().address().chat())
        .toList();
  }

  @Test
  void aChatThatCannotBeReadHoldsUpNoOtherAndIsTriedAgain() {
    world.tell(world.item(NOON), NOON, first, second);
    set("UPDATE chats SET zone = 'Nowhere' WHERE telegram_id = 1");
    assertThat(digests.tell(MORNING)).isEqualTo(1);
    assertThat(toldChats()).containsExactly(2L);

    set("UPDATE chats SET zone = 'UTC' WHERE telegram_id = 1");
    assertThat(digests.tell(MORNING.plusSeconds(60))).isEqualTo(1);
    assertThat(digests.tell(MORNING.plusSeconds(120))).isZero();
  }

  @Test
  void aRowThatCannotBeReadIsRefusedAndTheRestOfTheDigestIsTold() {
    Item broken = world.item(NOON);
    world.tell(broken, NOON, first);
    world.tell(world.item(NOON), NOON, first);
    set("UPDATE outbox SET hits = '{' WHERE item_id = " + broken.id());

    assertThat(digests.tell(MORNING)).isEqualTo(1);
    assertThat(toldChats()).containsExactly(1L);
    assertThat(world.outbox.countByState()).containsEntry("refused", 1).doesNotContainKey("held");
  }

  @Test
  void wordOfAnEmptyDigestReachesTheOthersToo() {
    set("UPDATE chats SET empty_digest_at = TIMESTAMP WITH TIME ZONE '2026-03-04 06:00:00+00'");
    set("UPDATE chats SET zone = 'Nowhere' WHERE telegram_id = 1");

    assertThat(digests.tell(MORNING)).isEqualTo(1);
  }

  @Test
  void aDigestOfLongAddressesAndShortLatinTitlesIsSplitWhereTelegramWantsIt() {
    for (int i = 0; i < DigestText.MAX_ITEMS; i++) {
      world.tell(world.item(NOON), NOON, first);
    }
    set("UPDATE items SET title = 'OPEC ' || id, link = link || '/" + "%D8%A7".repeat(80) + "'");

    int messages = digests.tell(MORNING);
    List<Message> told =
        IntStream.range(0, messages)
            .mapToObj(i -> world.outbox.claim(1, Duration.ofMinutes(1), MORNING).get(0))
            .peek(one -> world.outbox.write(List.of(Outcome.sent(one.id(), "", 1)), MORNING))
            .map(one -> ((Told.Notice) one.told()).message())
            .toList();
    assertThat(told)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            message -> {
              assertThat(message.html().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                  .isLessThanOrEqualTo(32_768);
              String shown = TelegramHtml.read(message.html());
              assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(4096);
            });
    assertThat(told.stream().flatMap(one -> one.plain().lines()).filter(l -> l.contains("OPEC")))
        .hasSize(DigestText.MAX_ITEMS);
  }
}
