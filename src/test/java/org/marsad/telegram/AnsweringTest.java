package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Message;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.chat.Incoming;
import org.marsad.chat.Reply;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Crowd;
import org.marsad.playground.Fault;
import org.marsad.playground.Rank;
import org.marsad.playground.StandIn;
import org.marsad.playground.StandInServer;
import org.marsad.text.Language;

/** How what people do reaches the conversation, and its replies reach them. */
class AnsweringTest {
  private static final long LAYLA = 5001;
  private static final long OMAR = 5002;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Clock clock = Clock.systemUTC();
  private final StandInServer server = StandInServer.start(0);
  private final StandIn telegram = server.standIn();
  private final Crowd crowd = telegram.crowd();
  private final Database database = TestDatabase.open();
  private final UpdateLog log = new UpdateLog(database.jdbi(), clock);
  private final BotApi api = new BotApi(server.base(), StandInServer.TOKEN);
  private final List<Incoming> heard = new CopyOnWriteArrayList<>();
  private volatile Function<Incoming, List<Reply>> conversation = this::echo;
  private final Answering answering =
      new Answering(
          api,
          new BotProfile(api),
          log,
          incoming -> {
            heard.add(incoming);
            return conversation.apply(incoming);
          });
  private final TelegramUpdates updates = new TelegramUpdates(api, log, answering::wake, clock);

  @BeforeEach
  void open() {
    crowd.person(LAYLA, "ليلى", "ar");
    crowd.person(OMAR, "Omar", "en-GB");
  }

  @AfterEach
  void close() {
    updates.close();
    answering.close();
    api.close();
    server.close();
    database.close();
  }

  private void start() {
    updates.start();
    answering.start();
  }

  private static Message message(String text) {
    return new Message(text, text, List.of(List.of(Button.callback("زر", "press"))), false);
  }

  private List<Reply> echo(Incoming incoming) {
    return incoming.act() instanceof Incoming.Text text
        ? List.of(say(text.text(), null))
        : List.of();
  }

  private static Reply say(String text, @Nullable Integer replaces) {
    return new Reply(message(text), replaces, "");
  }

  private List<String> repliesTo(long chat) {
    return telegram.transcript().fromBot(chat).stream().map(ChatMessage::text).toList();
  }

  private void awaitReplies(long chat, String... texts) {
    await().atMost(SOON).untilAsserted(() -> assertThat(repliesTo(chat)).containsExactly(texts));
  }

  private Incoming awaitHeard(Class<? extends Incoming.Act> act) {
    return await()
        .atMost(SOON)
        .until(
            () -> heard.stream().filter(h -> act.isInstance(h.act())).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private void awaitNothingWaits() {
    await().atMost(SOON).until(() -> log.waiting(10, Set.of()).isEmpty());
  }

  @Test
  void oneChatIsAnsweredInOrder() {
    for (int i = 1; i <= 5; i++) {
      crowd.say(LAYLA, LAYLA, "رسالة " + i);
    }
    start();

    awaitReplies(LAYLA, "رسالة 1", "رسالة 2", "رسالة 3", "رسالة 4", "رسالة 5");
    awaitNothingWaits();
  }

  @Test
  void aSlowChatHoldsUpNoOther() throws InterruptedException {
    CountDownLatch laylaWaits = new CountDownLatch(1);
    conversation =
        incoming -> {
          if (incoming.userId() == LAYLA) {
            awaitQuietly(laylaWaits);
          }
          return echo(incoming);
        };
    crowd.say(LAYLA, LAYLA, "بطيئة");
    crowd.say(OMAR, OMAR, "quick");
    start();
    awaitReplies(OMAR, "quick");
    assertThat(repliesTo(LAYLA)).isEmpty();

    laylaWaits.countDown();
    awaitReplies(LAYLA, "بطيئة");
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
    crowd.say(LAYLA, LAYLA, "قبل التوقف");
    updates.start();
    await().atMost(SOON).until(() -> !log.waiting(10, Set.of()).isEmpty());
    answering.start();

    awaitReplies(LAYLA, "قبل التوقف");
  }

  @Test
  void anUnreadableUpdateIsSetAside() {
    telegram.updates().poison();
    crowd.say(LAYLA, LAYLA, "بعدها");
    start();

    awaitReplies(LAYLA, "بعدها");
    awaitNothingWaits();
  }

  @Test
  void anErrorHoldsUpNothing() {
    conversation =
        incoming -> {
          if (incoming.act() instanceof Incoming.Text text && text.text().equals("خطأ")) {
            throw new IllegalStateException("broken");
          }
          return echo(incoming);
        };
    crowd.say(LAYLA, LAYLA, "خطأ");
    crowd.say(LAYLA, LAYLA, "صواب");
    start();

    awaitReplies(LAYLA, "صواب");
    awaitNothingWaits();
  }

  @Test
  void aReplyTheServerHasNoRoomForComesLater() {
    Fault fault = new Fault(Fault.Kind.TOO_MANY_REQUESTS, Duration.ofSeconds(1));
    telegram.faults().next("sendMessage", fault, 1);
    crowd.say(LAYLA, LAYLA, "مرحبا");
    start();

    awaitReplies(LAYLA, "مرحبا");
  }

  @Test
  void aPressIsAnsweredAndItsMessageReplaced() {
    conversation =
        incoming ->
            incoming.act() instanceof Incoming.Press press
                ? List.of(new Reply(message("بعد"), press.messageId(), "تم"))
                : List.of(say("قبل", null));
    crowd.say(LAYLA, LAYLA, "/start");
    start();
    ChatMessage shown = telegram.transcript().awaitFromBot(LAYLA, "قبل");
    String press = crowd.press(LAYLA, shown.id(), LAYLA, "زر");

    assertThat(telegram.transcript().awaitAnswer(press))
        .hasValueSatisfying(answer -> assertThat(answer.text()).isEqualTo("تم"));
    awaitReplies(LAYLA, "بعد");
  }

  @Test
  void aPressIsAnsweredEvenWhenItMeetsAnError() {
    conversation =
        incoming -> {
          if (incoming.act() instanceof Incoming.Press) {
            throw new IllegalStateException("broken");
          }
          return List.of(say("قبل", null));
        };
    crowd.say(LAYLA, LAYLA, "/start");
    start();
    ChatMessage shown = telegram.transcript().awaitFromBot(LAYLA, "قبل");

    assertThat(telegram.transcript().awaitAnswer(crowd.press(LAYLA, shown.id(), LAYLA, "زر")))
        .isPresent();
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
    crowd.say(LAYLA, LAYLA, typed);
    start();

    assertThat(awaitHeard(Incoming.Text.class).act()).isEqualTo(new Incoming.Text(text));
  }

  @Test
  void aCommandForAnotherBotIsNotForUs() {
    long group = crowd.supergroup("غرفة", LAYLA);
    crowd.say(group, LAYLA, "/watch@other_bot نفط");
    crowd.say(group, LAYLA, "/help");
    start();

    assertThat(awaitHeard(Incoming.Text.class).act()).isEqualTo(new Incoming.Text("/help"));
  }

  @Test
  void aPrivateChatIsThePersonsOwn() {
    crowd.say(OMAR, OMAR, "hello");
    start();
    Incoming incoming = awaitHeard(Incoming.Text.class);

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
    long group = crowd.supergroup("غرفة الأخبار", LAYLA);
    crowd.setPerson(group, OMAR, Rank.MEMBER);
    crowd.say(group, OMAR, "عضو");
    crowd.say(group, LAYLA, "مشرفة");
    start();
    await().atMost(SOON).until(() -> texts().size() == 2);

    assertThat(texts()).extracting(Incoming::mayChange).containsExactly(false, true);
    assertThat(texts()).extracting(Incoming::kind).containsOnly(Chat.Kind.GROUP);
    assertThat(texts()).extracting(Incoming::title).containsOnly("غرفة الأخبار");
  }

  private List<Incoming> texts() {
    return heard.stream().filter(h -> h.act() instanceof Incoming.Text).toList();
  }

  @Test
  void aTopicIsAnsweredInThatTopic() {
    long forum = crowd.forum("غرفة", LAYLA, List.of("ليبيا", "السودان"));
    crowd.say(forum, 3, LAYLA, "في السودان");
    crowd.say(forum, 0, LAYLA, "في العام");
    start();
    awaitReplies(forum, "في السودان", "في العام");

    assertThat(telegram.transcript().fromBot(forum))
        .extracting(ChatMessage::topic)
        .containsExactly(3, 0);
  }

  @Test
  void aPostInAChannelIsAnAdmins() {
    long channel = crowd.channel("قناة", LAYLA);
    crowd.say(channel, LAYLA, "راقب نفط");
    start();
    Incoming incoming = awaitHeard(Incoming.Text.class);

    assertThat(incoming.address()).isEqualTo(new Chat.Address(channel, 0));
    assertThat(incoming.kind()).isEqualTo(Chat.Kind.CHANNEL);
    assertThat(incoming.mayChange()).isTrue();
    assertThat(incoming.userId()).isZero();
  }

  @Test
  void blockingAndComingBackAreHeard() {
    crowd.say(LAYLA, LAYLA, "/start");
    crowd.block(LAYLA);
    start();
    assertThat(awaitHeard(Incoming.Removed.class).address()).isEqualTo(new Chat.Address(LAYLA, 0));

    crowd.unblock(LAYLA);
    assertThat(awaitHeard(Incoming.Added.class).address()).isEqualTo(new Chat.Address(LAYLA, 0));
  }

  @Test
  void aGroupThatGrowsIsHeardWithItsNewNumber() {
    long group = crowd.group("مجموعة", LAYLA);
    long grown = crowd.migrate(group);
    start();
    Incoming moved = awaitHeard(Incoming.Moved.class);

    assertThat(moved.address()).isEqualTo(new Chat.Address(group, 0));
    assertThat(moved.act()).isEqualTo(new Incoming.Moved(grown));
  }

  @Test
  void stoppingLeavesWhatIsNotAnsweredForTheNextStart() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    conversation =
        incoming -> {
          awaitQuietly(go);
          return echo(incoming);
        };
    crowd.say(LAYLA, LAYLA, "الأولى");
    crowd.say(LAYLA, LAYLA, "الثانية");
    updates.start();
    await().atMost(SOON).until(() -> log.waiting(10, Set.of()).size() == 2);
    answering.start();
    awaitHeard(Incoming.Text.class);
    Thread closing = new Thread(answering::close);
    closing.start();
    await().atMost(SOON).until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    go.countDown();
    closing.join();

    assertThat(repliesTo(LAYLA)).containsExactly("الأولى");
    assertThat(log.waiting(10, Set.of()).values())
        .singleElement()
        .satisfies(left -> assertThat(left).contains("الثانية"));
  }
}
