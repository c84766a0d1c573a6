package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.text.Document;
import org.slf4j.LoggerFactory;

/** What the index does for queries among others. */
class IndexTest {
  private final Index index = new Index();

  private List<Query> hits(String title) {
    List<Query> hits = new ArrayList<>();
    Document document = Document.of(title, "");
    index.forEachHit(
        index.see(document, List.of(), Samples.feed()), asked -> hits.add(asked.query()));
    return hits;
  }

  /** A query with a hole in it, such as only a fault of the program can make. */
  @SuppressWarnings("NullAway")
  private void askBroken(Query query) {
    List<Condition> parts = new ArrayList<>(index.ask(query).triggers());
    Asked broken = new Asked(query, new Condition.Every(parts), 0);
    parts.set(0, null);
    broken.triggers().forEach(atom -> atom.triggered.add(broken));
  }

  @Test
  void aQueryThatFailsCostsTheItemNoOtherHitAndIsLoggedOnce() {
    Query oil = Query.keyword("نفط");
    Query oilAndGas = Query.all(List.of(oil, Query.keyword("غاز")));
    index.ask(oilAndGas);
    askBroken(oil);
    Logger logger = (Logger) LoggerFactory.getLogger(Index.class);
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    logger.addAppender(told);
    logger.setAdditive(false);
    try {
      assertThat(hits("نفط وغاز")).containsExactlyInAnyOrder(oil, oilAndGas);
      assertThat(hits("نفط وغاز")).containsExactlyInAnyOrder(oil, oilAndGas);
    } finally {
      logger.detachAppender(told);
      logger.setAdditive(true);
    }
    assertThat(told.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getFormattedMessage()).contains("نفط");
            });
  }
}
