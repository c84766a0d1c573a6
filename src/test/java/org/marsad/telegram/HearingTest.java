package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.telegram.AnsweringBench.LAYLA;
import static org.marsad.telegram.AnsweringBench.OMAR;
import static org.marsad.telegram.AnsweringBench.SOON;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alert.Chat;
import org.marsad.chat.Incoming;
import org.marsad.playground.Rank;
import org.marsad.text.Language;

/** How what people do reaches the conversation. */
class HearingTest {
  private final AnsweringBench bench = new AnsweringBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/watch نفط | /watch نفط",
        "/watch@marsad_stand_in_bot نفط | /watch نفط",
        "/watch@Marsad_Stand_In_Bot | /watch",
        "\u200f/start | /start",
        "راقب سعر@صرف | راقب سعر@صرف",
      })
  void aCommandForThisBotIsHeardWithoutItsName(String typed, String text) {
    bench.crowd.say(LAYLA, LAYLA, typed);
    bench.start();

    assertThat(bench.awaitHeard(Incoming.Text.class).act()).isEqualTo(new Incoming.Text(text));
  }

  @Test
  void aCommandForAnotherBotIsNotForUs() {
    long group = bench.crowd.supergroup("غرفة", LAYLA);
    bench.crowd.say(group, LAYLA, "/watch@other_bot نفط");
    bench.crowd.say(group, LAYLA, "/help");
    bench.start();

    assertThat(bench.awaitHeard(Incoming.Text.class).act()).isEqualTo(new Incoming.Text("/help"));
  }

  @Test
  void aPrivateChatIsThePersonsOwn() {
    bench.crowd.say(OMAR, OMAR, "hello");
    bench.start();
    Incoming incoming = bench.awaitHeard(Incoming.Text.class);

    assertThat(incoming)
        .isEqualTo(
            new Incoming(
                new Chat.Address(OMAR, 0),
                Chat.Kind.PRIVATE,
                "Omar",
                OMAR,
                true,
                Language.EN,
                new Incoming.Text("hello")));
  }

  @Test
  void inAGroupOnlyAdminsMayChange() {
    long group = bench.crowd.supergroup("غرفة الأخبار", LAYLA);
    bench.crowd.setPerson(group, OMAR, Rank.MEMBER);
    bench.crowd.say(group, OMAR, "عضو");
    bench.crowd.say(group, LAYLA, "مشرفة");
    bench.start();
    await().atMost(SOON).until(() -> texts().size() == 2);

    assertThat(texts()).extracting(Incoming::mayChange).containsExactly(false, true);
    assertThat(texts()).extracting(Incoming::kind).containsOnly(Chat.Kind.GROUP);
    assertThat(texts()).extracting(Incoming::title).containsOnly("غرفة الأخبار");
  }

  @Test
  void aPostInAChannelIsAnAdmins() {
    long channel = bench.crowd.channel("قناة", LAYLA);
    bench.crowd.say(channel, LAYLA, "راقب نفط");
    bench.start();
    Incoming incoming = bench.awaitHeard(Incoming.Text.class);

    assertThat(incoming.address()).isEqualTo(new Chat.Address(channel, 0));
    assertThat(incoming.kind()).isEqualTo(Chat.Kind.CHANNEL);
    assertThat(incoming.mayChange()).isTrue();
    assertThat(incoming.userId()).isZero();
  }

  @Test
  void blockingAndComingBackAreHeard() {
    bench.crowd.say(LAYLA, LAYLA, "/start");
    bench.crowd.block(LAYLA);
    bench.start();
    assertThat(bench.awaitHeard(Incoming.Removed.class).address())
        .isEqualTo(new Chat.Address(LAYLA, 0));

    bench.crowd.unblock(LAYLA);
    assertThat(bench.awaitHeard(Incoming.Added.class).address())
        .isEqualTo(new Chat.Address(LAYLA, 0));
  }

  @Test
  void aGroupThatGrowsIsHeardWithItsNewNumber() {
    long group = bench.crowd.group("مجموعة", LAYLA);
    long grown = bench.crowd.migrate(group);
    bench.start();
    Incoming moved = bench.awaitHeard(Incoming.Moved.class);

    assertThat(moved.address()).isEqualTo(new Chat.Address(group, 0));
    assertThat(moved.act()).isEqualTo(new Incoming.Moved(grown));
  }

  private List<Incoming> texts() {
    return bench.heard.stream().filter(h -> h.act() instanceof Incoming.Text).toList();
  }
}
