package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.telegram.AnsweringBench.LAYLA;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Attachment;
import org.marsad.chat.Errand;
import org.marsad.chat.Incoming;
import org.marsad.chat.Reply;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Upload;

/** What takes a while, and documents in and out. */
class ErrandTest {
  private final AnsweringBench bench = new AnsweringBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anErrandFetchesADocumentShowsHowFarItIsAndSendsOneBack() {
    byte[] bytes = {1, 2, 3};
    bench.conversation =
        incoming ->
            incoming.act() instanceof Incoming.Document document
                ? List.of(
                    new Reply(
                        AnsweringBench.message("أقرأ"),
                        null,
                        "",
                        screen -> handBack(screen, document)))
                : List.of();
    bench.crowd.send(LAYLA, LAYLA, new Upload("قائمة.opml", bytes));
    bench.start();

    bench.awaitReplies(LAYLA, "قرأت 3", "تفضل");
    ChatMessage sent = bench.telegram.transcript().fromBot(LAYLA).get(1);
    assertThat(sent.file()).isEqualTo("قائمة.opml");
    assertThat(bench.telegram.fileOf(sent).orElseThrow().bytes()).isEqualTo(bytes);
  }

  private static void handBack(Errand.Screen screen, Incoming.Document document) {
    byte[] bytes = screen.fetch(document.fileId(), 3).orElseThrow();
    assertThat(screen.fetch(document.fileId(), 2)).isEmpty();
    assertThat(screen.fetch("nothing", 3)).isEmpty();
    screen.show(AnsweringBench.message("قرأت " + bytes.length));
    screen.send(new Attachment(document.name(), bytes, AnsweringBench.message("تفضل")));
  }
}
