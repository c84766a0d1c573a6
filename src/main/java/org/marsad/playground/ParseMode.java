package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A text with the markup its call says it has. */
final class ParseMode {
  private ParseMode() {}

  /**
   * Reads it.
   *
   * @param entitiesArgument where ready-made entities would be
   */
  static FormattedText read(String text, Arguments arguments, String entitiesArgument) {
    if (MessageText.bytes(text) > MessageText.MAX_RAW_BYTES) {
      throw Refused.badRequest("text is too long");
    }
    String mode = arguments.text("parse_mode").toLowerCase(Locale.ROOT);
    return switch (mode) {
      case "" -> new FormattedText(text, entities(text, arguments, entitiesArgument));
      case "html" -> HtmlReader.read(text);
      case "markdown", "markdownv2" ->
          throw Refused.badRequest("this stand-in server reads HTML, not " + mode);
      default -> throw Refused.badRequest("unsupported parse_mode");
    };
  }

  private static List<MessageEntity> entities(
      String text, Arguments arguments, String entitiesArgument) {
    List<MessageEntity> entities = new ArrayList<>();
    arguments
        .json(entitiesArgument, "message entities")
        .ifPresent(nodes -> nodes.forEach(node -> entities.add(entity(text, node))));
    return entities;
  }

  /** One of them; what reaches beyond the text is cut. */
  private static MessageEntity entity(String text, JsonNode node) {
    Map<String, String> detail = new HashMap<>();
    for (String name : List.of("url", "language", "custom_emoji_id")) {
      if (node.has(name)) {
        detail.put(name, node.path(name).asText());
      }
    }
    int offset = Math.max(0, Math.min(text.length(), node.path("offset").asInt()));
    int length = Math.max(0, Math.min(text.length() - offset, node.path("length").asInt()));
    return new MessageEntity(node.path("type").asText(), offset, length, detail);
  }
}
