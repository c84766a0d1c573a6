package org.marsad.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.marsad.feed.Listed;
import org.marsad.feed.OpmlDocument;
import org.marsad.text.Cut;

/** Takes over the sources of an OPML document that was sent to a chat. */
final class Importing {
  /** Of the document; a list of a thousand feeds is a quarter of it. */
  static final int MAX_BYTES = 1 << 20;

  private static final int KILO = 1024;
  private static final int MAX_NAME = 60;

  /** Documents read at a time; each keeps a thread for minutes. */
  private static final int MAX_AT_A_TIME = 4;

  private final Desk desk;
  private final Semaphore turns = new Semaphore(MAX_AT_A_TIME);

  Importing(Desk desk) {
    this.desk = desk;
  }

  /** Whether a document is a list of sources, by its name. */
  static boolean isList(Incoming.Document document) {
    String name = document.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".opml") || name.endsWith(".xml");
  }

  /** Reads a document. */
  List<Reply> received(Talk talk, Incoming.Document document) {
    Map<String, ?> values =
        Map.of("what", Cut.atWord(document.name(), MAX_NAME), "n", MAX_BYTES / KILO);
    if (!isList(document)) {
      return talk.say(talk.html("import.other", values));
    }
    return document.bytes() > MAX_BYTES
        ? talk.say(talk.html("import.large", values))
        : talk.begin(talk.html("import.reading", values), screen -> read(talk, document, screen));
  }

  private void read(Talk talk, Incoming.Document document, Errand.Screen screen) {
    if (!turns.tryAcquire()) {
      screen.show(talk.phrases().message(talk.html("add.busy"), List.of()));
      return;
    }
    try {
      Optional<byte[]> bytes = screen.fetch(document.fileId(), MAX_BYTES);
      Optional<List<Listed>> listed = bytes.flatMap(OpmlDocument::read);
      if (listed.isPresent() && !listed.get().isEmpty()) {
        new Import(desk, talk, screen).take(listed.get());
        return;
      }
      String key =
          bytes.isEmpty() ? "import.unread" : listed.isEmpty() ? "import.no.opml" : "import.empty";
      screen.show(talk.phrases().message(talk.html(key), List.of()));
    } finally {
      turns.release();
    }
  }
}
