package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Button;
import org.marsad.alert.Message;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.chat.Incoming;
import org.marsad.chat.Reply;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Crowd;
import org.marsad.playground.StandIn;
import org.marsad.playground.StandInServer;

/** An answering bot before the stand-in server, with a conversation of the test's. */
final class AnsweringBench implements AutoCloseable {
  static final long LAYLA = 5001;
  static final long OMAR = 5002;
  static final Duration SOON = Duration.ofSeconds(10);

  private final Clock clock = Clock.systemUTC();
  private final StandInServer server = StandInServer.start(0);
  final StandIn telegram = server.standIn();
  final Crowd crowd = telegram.crowd();
  private final Database database = TestDatabase.open();
  final UpdateLog log = new UpdateLog(database.jdbi(), clock);
  private final BotApi api = new BotApi(server.base(), StandInServer.TOKEN);
  final List<Incoming> heard = new CopyOnWriteArrayList<>();
  volatile Function<Incoming, List<Reply>> conversation = this::echo;
  final Answering answering =
      new Answering(
          api,
          new BotProfile(api),
          log,
          incoming -> {
            heard.add(incoming);
            return conversation.apply(incoming);
          });
  final TelegramUpdates updates = new TelegramUpdates(api, log, answering::wake, clock);

  AnsweringBench() {
    crowd.person(LAYLA, "ليلى", "ar");
    crowd.person(OMAR, "Omar", "en-GB");
  }

  @Override
  public void close() {
    updates.close();
    answering.close();
    api.close();
    server.close();
    database.close();
  }

  void start() {
    updates.start();
    answering.start();
  }

  static Message message(String text) {
    return new Message(text, text, List.of(List.of(Button.callback("زر", "press"))), false);
  }

  List<Reply> echo(Incoming incoming) {
    return incoming.act() instanceof Incoming.Text text
        ? List.of(say(text.text(), null))
        : List.of();
  }

  static Reply say(String text, @Nullable Integer replaces) {
    return new Reply(message(text), replaces, "");
  }

  List<String> repliesTo(long chat) {
    return telegram.transcript().fromBot(chat).stream().map(ChatMessage::text).toList();
  }

  void awaitReplies(long chat, String... texts) {
    await().atMost(SOON).untilAsserted(() -> assertThat(repliesTo(chat)).containsExactly(texts));
  }

  Incoming awaitHeard(Class<? extends Incoming.Act> act) {
    return await()
        .atMost(SOON)
        .until(
            () -> heard.stream().filter(h -> act.isInstance(h.act())).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  void awaitNothingWaits() {
    await().atMost(SOON).until(() -> log.waiting(10, Set.of()).isEmpty());
  }
}
