package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Message;
import org.marsad.alert.SendResult;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Crowd;
import org.marsad.playground.Fault;
import org.marsad.playground.StandIn;
import org.marsad.playground.StandInServer;

/** How messages are put into chats. */
class TelegramMessengerTest {
  private static final long LAYLA = 5001;
  private static final Chat.Address TO_LAYLA = new Chat.Address(LAYLA, 0);

  private final StandInServer server = StandInServer.start(0);
  private final StandIn telegram = server.standIn();
  private final Crowd crowd = telegram.crowd();
  private final BotApi api = new BotApi(server.base(), StandInServer.TOKEN);
  private final TelegramMessenger messenger = new TelegramMessenger(api);

  @BeforeEach
  void laylaWrites() {
    crowd.person(LAYLA, "ليلى", "ar");
    crowd.say(LAYLA, LAYLA, "/start");
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private static Message html(String html) {
    return new Message(html, "نص بلا وسوم", List.of(), false);
  }

  private ChatMessage last(long chat) {
    List<ChatMessage> sent = telegram.transcript().of(chat);
    return sent.get(sent.size() - 1);
  }

  private int sends() {
    return telegram.requests().count("sendMessage");
  }

  @Test
  void markupAndButtonsArriveAsMeant() {
    Message message =
        new Message(
            "خبر عن <b>النفط</b>",
            "خبر عن النفط",
            List.of(
                List.of(Button.link("اقرأ الخبر", "https://example.org/1")),
                List.of(Button.callback("لماذا؟", "why:1"))),
            true);

    SendResult result = messenger.send(TO_LAYLA, message);
    ChatMessage shown = last(LAYLA);
    assertThat(result).isEqualTo(new SendResult.Sent(shown.id(), false));
    assertThat(shown.text()).isEqualTo("خبر عن النفط");
    assertThat(shown.content().entities())
        .singleElement()
        .satisfies(e -> assertThat(e.type()).isEqualTo("bold"));
    assertThat(shown.keys()).extracting("label").containsExactly("اقرأ الخبر", "لماذا؟");
    assertThat(shown.silent()).isTrue();
  }

  @Test
  void markupTheServerCannotParseGoesOutAsPlainText() {
    assertThat(messenger.send(TO_LAYLA, html("<b>خبر")))
        .isInstanceOfSatisfying(
            SendResult.Sent.class, sent -> assertThat(sent.asPlainText()).isTrue());
    assertThat(last(LAYLA).text()).isEqualTo("نص بلا وسوم");
  }

  @Test
  void aTopicIsAddressedAndAForumsGeneralTopicIsNot() {
    long forum = crowd.forum("غرفة الأخبار", LAYLA, List.of("ليبيا", "السودان"));
    messenger.send(new Chat.Address(forum, 3), html("إلى السودان"));
    assertThat(last(forum).topic()).isEqualTo(3);
    messenger.send(new Chat.Address(forum, 0), html("إلى العام"));
    assertThat(last(forum).topic()).isZero();
  }

  @Test
  void channelsAreWrittenTo() {
    long channel = crowd.channel("قناة", LAYLA);

    assertThat(messenger.send(new Chat.Address(channel, 0), html("خبر")))
        .isInstanceOf(SendResult.Sent.class);
    assertThat(last(channel).text()).isEqualTo("خبر");
  }

  @Test
  void whoBlockedTheBotIsToldOfAsBlocked() {
    crowd.block(LAYLA);

    assertThat(messenger.send(TO_LAYLA, html("خبر")))
        .isEqualTo(new SendResult.Blocked("Forbidden: bot was blocked by the user"));
  }

  @Test
  void aGroupThatBecameASupergroupTellsItsNewNumber() {
    long group = crowd.group("مجموعة", LAYLA);
    long grown = crowd.migrate(group);

    assertThat(messenger.send(new Chat.Address(group, 0), html("خبر")))
        .isEqualTo(new SendResult.Moved(grown));
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_BEFORE", "DROP_AFTER"})
  void oneSendIsOneRequestEvenWhenAReusedConnectionDrops(Fault.Kind drop) {
    messenger.send(TO_LAYLA, html("الأولى"));
    telegram.faults().next("sendMessage", Fault.of(drop), 1);
    SendResult result = messenger.send(TO_LAYLA, html("الثانية"));

    assertThat(sends()).isEqualTo(2);
    assertThat(result)
        .isInstanceOfSatisfying(
            SendResult.Unknown.class, unknown -> assertThat(unknown.mayHaveArrived()).isTrue());
  }

  @Test
  void moreThanFiveMessagesAreUnderWayAtOnce() {
    int many = 20;
    telegram.faults().always("sendMessage", new Fault(Fault.Kind.SLOW, Duration.ofMillis(500)));
    ExecutorService threads = Executors.newFixedThreadPool(many);
    long before = System.nanoTime();
    List<CompletableFuture<SendResult>> sending = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      sending.add(
          CompletableFuture.supplyAsync(() -> messenger.send(TO_LAYLA, html("خبر")), threads));
    }
    sending.forEach(CompletableFuture::join);
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    threads.shutdown();

    assertThat(took).isLessThan(Duration.ofMillis(500 * many / 5));
    assertThat(telegram.transcript().fromBot(LAYLA)).hasSize(many);
  }

  @Test
  void anEditThatChangesNothingCountsAsDone() {
    SendResult.Sent sent = (SendResult.Sent) messenger.send(TO_LAYLA, html("<b>خبر</b>"));

    assertThat(messenger.edit(TO_LAYLA, sent.messageId(), html("<b>خبر</b>")))
        .isInstanceOf(SendResult.Sent.class);
    assertThat(messenger.edit(TO_LAYLA, sent.messageId(), html("<i>خبر آخر</i>")))
        .isInstanceOf(SendResult.Sent.class);
    assertThat(last(LAYLA).text()).isEqualTo("خبر آخر");
  }

  @Test
  void aPressIsAnsweredWithAtMostTwoHundredCharacters() {
    SendResult.Sent sent =
        (SendResult.Sent)
            messenger.send(
                TO_LAYLA,
                new Message(
                    "خبر", "خبر", List.of(List.of(Button.callback("لماذا؟", "why"))), false));
    String press = crowd.press(LAYLA, sent.messageId(), LAYLA, "لماذا؟");
    messenger.answerPress(press, "نعم ".repeat(100));

    assertThat(telegram.transcript().awaitAnswer(press))
        .hasValueSatisfying(
            toast -> assertThat(toast.text()).startsWith("نعم").hasSizeLessThan(201));
    messenger.answerPress(press, "مرة ثانية");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'' | ''", "/ | ''", "/telegram | /telegram", "/a/b/ | /a/b"})
  void aServerMayStandUnderAPath(String path, String before) throws IOException {
    try (RawServer raw = new RawServer(200, "{}");
        BotApi under = new BotApi(URI.create(raw.base() + path), "1234:SECRET")) {
      new TelegramMessenger(under).send(TO_LAYLA, html("خبر"));

      assertThat(raw.lastPath).isEqualToIgnoringCase(before + "/bot1234:SECRET/sendMessage");
    }
  }
}
