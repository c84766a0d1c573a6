package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.telegram.AnsweringBench.LAYLA;
import static org.marsad.telegram.AnsweringBench.OMAR;
import static org.marsad.telegram.AnsweringBench.SOON;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.chat.Incoming;
import org.marsad.chat.Reply;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Fault;

/** How the conversation's replies reach people, and what happens to what was not answered. */
class AnsweringTest {
  private final AnsweringBench bench = new AnsweringBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void oneChatIsAnsweredInOrder() {
    for (int i = 1; i <= 5; i++) {
      bench.crowd.say(LAYLA, LAYLA, "رسالة " + i);
    }
    bench.start();

    bench.awaitReplies(LAYLA, "رسالة 1", "رسالة 2", "رسالة 3", "رسالة 4", "رسالة 5");
    bench.awaitNothingWaits();
  }

  @Test
  void aSlowChatHoldsUpNoOther() throws InterruptedException {
    CountDownLatch laylaWaits = new CountDownLatch(1);
    bench.conversation =
        incoming -> {
          if (incoming.userId() == LAYLA) {
            awaitQuietly(laylaWaits);
          }
          return bench.echo(incoming);
        };
    bench.crowd.say(LAYLA, LAYLA, "بطيئة");
    bench.crowd.say(OMAR, OMAR, "quick");
    bench.start();
    bench.awaitReplies(OMAR, "quick");
    assertThat(bench.repliesTo(LAYLA)).isEmpty();

    laylaWaits.countDown();
    bench.awaitReplies(LAYLA, "بطيئة");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAnEarlierRunLeftIsAnsweredAtTheStart() {
    bench.crowd.say(LAYLA, LAYLA, "قبل التوقف");
    bench.updates.start();
    await().atMost(SOON).until(() -> !bench.log.waiting(10, Set.of()).isEmpty());
    bench.answering.start();

    bench.awaitReplies(LAYLA, "قبل التوقف");
  }

  @Test
  void anUnreadableUpdateIsSetAside() {
    bench.telegram.updates().poison();
    bench.crowd.say(LAYLA, LAYLA, "بعدها");
    bench.start();

    bench.awaitReplies(LAYLA, "بعدها");
    bench.awaitNothingWaits();
  }

  @Test
  void anErrorHoldsUpNothing() {
    bench.conversation =
        incoming -> {
          if (incoming.act() instanceof Incoming.Text text && text.text().equals("خطأ")) {
            throw new IllegalStateException("broken");
          }
          return bench.echo(incoming);
        };
    bench.crowd.say(LAYLA, LAYLA, "خطأ");
    bench.crowd.say(LAYLA, LAYLA, "صواب");
    bench.start();

    bench.awaitReplies(LAYLA, "صواب");
    bench.awaitNothingWaits();
  }

  @Test
  void aReplyTheServerHasNoRoomForComesLater() {
    Fault fault = new Fault(Fault.Kind.TOO_MANY_REQUESTS, Duration.ofSeconds(1));
    bench.telegram.faults().next("sendMessage", fault, 1);
    bench.crowd.say(LAYLA, LAYLA, "مرحبا");
    bench.start();

    bench.awaitReplies(LAYLA, "مرحبا");
  }

  @Test
  void aPressIsAnsweredAndItsMessageReplaced() {
    bench.conversation =
        incoming ->
            incoming.act() instanceof Incoming.Press press
                ? List.of(new Reply(AnsweringBench.message("بعد"), press.messageId(), "تم"))
                : List.of(AnsweringBench.say("قبل", null));
    bench.crowd.say(LAYLA, LAYLA, "/start");
    bench.start();
    ChatMessage shown = bench.telegram.transcript().awaitFromBot(LAYLA, "قبل");
    String press = bench.crowd.press(LAYLA, shown.id(), LAYLA, "زر");

    assertThat(bench.telegram.transcript().awaitAnswer(press))
        .hasValueSatisfying(answer -> assertThat(answer.text()).isEqualTo("تم"));
    bench.awaitReplies(LAYLA, "بعد");
  }

  @Test
  void aPressIsAnsweredEvenWhenItMeetsAnError() {
    bench.conversation =
        incoming -> {
          if (incoming.act() instanceof Incoming.Press) {
            throw new IllegalStateException("broken");
          }
          return List.of(AnsweringBench.say("قبل", null));
        };
    bench.crowd.say(LAYLA, LAYLA, "/start");
    bench.start();
    ChatMessage shown = bench.telegram.transcript().awaitFromBot(LAYLA, "قبل");

    assertThat(
            bench
                .telegram
                .transcript()
                .awaitAnswer(bench.crowd.press(LAYLA, shown.id(), LAYLA, "زر")))
        .isPresent();
  }

  @Test
  void aTopicIsAnsweredInThatTopic() {
    long forum = bench.crowd.forum("غرفة", LAYLA, List.of("ليبيا", "السودان"));
    bench.crowd.say(forum, 3, LAYLA, "في السودان");
    bench.crowd.say(forum, 0, LAYLA, "في العام");
    bench.start();
    bench.awaitReplies(forum, "في السودان", "في العام");

    assertThat(bench.telegram.transcript().fromBot(forum))
        .extracting(ChatMessage::topic)
        .containsExactly(3, 0);
  }

  @Test
  void stoppingLeavesWhatIsNotAnsweredForTheNextStart() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    bench.conversation =
        incoming -> {
          awaitQuietly(go);
          return bench.echo(incoming);
        };
    bench.crowd.say(LAYLA, LAYLA, "الأولى");
    bench.crowd.say(LAYLA, LAYLA, "الثانية");
    bench.updates.start();
    await().atMost(SOON).until(() -> bench.log.waiting(10, Set.of()).size() == 2);
    bench.answering.start();
    bench.awaitHeard(Incoming.Text.class);
    Thread closing = new Thread(bench.answering::close);
    closing.start();
    await().atMost(SOON).until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    go.countDown();
    closing.join();

    assertThat(bench.repliesTo(LAYLA)).containsExactly("الأولى");
    assertThat(bench.log.waiting(10, Set.of()).values())
        .singleElement()
        .satisfies(left -> assertThat(left).contains("الثانية"));
  }
}
