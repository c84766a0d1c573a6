package org.marsad.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Attachment;
import org.marsad.feed.Feed;
import org.marsad.feed.OpmlDocument;
import org.marsad.watch.Watch;

/** Gives a chat what it set up as documents: its sources as OPML, its watches as JSON. */
final class Exporting {
  private final Desk desk;

  Exporting(Desk desk) {
    this.desk = desk;
  }

  /** Sends both, as far as there is something in them. */
  List<Reply> export(Talk talk) {
    List<Feed> feeds = desk.heardBy(talk.chat());
    List<Watch> watches = desk.watches().of(talk.chat().id());
    if (feeds.isEmpty() && watches.isEmpty()) {
      return talk.say(talk.html("export.nothing"));
    }
    return talk.begin(
        talk.html("export.begin"),
        screen -> {
          if (!feeds.isEmpty()) {
            String opml = OpmlDocument.write(talk.phrases().plain("export.title"), feeds);
            screen.send(attachment(talk, "sources", ".opml", opml, feeds.size()));
          }
          if (!watches.isEmpty()) {
            screen.send(attachment(talk, "watches", ".json", json(watches), watches.size()));
          }
        });
  }

  private static Attachment attachment(
      Talk talk, String what, String ending, String content, int number) {
    LocalDate today = talk.now().atZone(talk.chat().zone()).toLocalDate();
    String key = what.equals("sources") ? "export.sources" : "export.watches";
    return new Attachment(
        "marsad-" + what + "-" + today + ending,
        content.getBytes(StandardCharsets.UTF_8),
        talk.phrases().message(talk.html(key, Map.of("n", number)), List.of()));
  }

  private static String json(List<Watch> watches) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    ArrayNode all = whole.putArray("watches");
    for (Watch watch : watches) {
      all.addObject().put("label", watch.label()).put("query", watch.query());
    }
    return whole.toPrettyString();
  }
}
