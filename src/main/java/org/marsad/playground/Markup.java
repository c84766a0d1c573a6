package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The argument {@code reply_markup}: read first, checked only when the message is sent, as the
 * server does. Reply keyboards are accepted and not kept.
 */
final class Markup {
  private static final int MAX_IN_ROW = 12;
  private static final int MAX_IN_ALL = 300;
  private static final int MAX_DATA_BYTES = 64;
  private static final int MAX_KEYBOARD_BYTES = 10_240;
  private static final List<String> KINDS =
      List.of(
          "url",
          "callback_data",
          "callback_game",
          "pay",
          "switch_inline_query",
          "switch_inline_query_current_chat",
          "switch_inline_query_chosen_chat",
          "login_url",
          "web_app",
          "copy_text");

  private Markup() {}

  /** Reads the inline keyboard; empty for none. */
  static List<List<Key>> read(Arguments arguments) {
    return arguments
        .json("reply_markup", "reply keyboard markup")
        .map(Markup::read)
        .orElse(List.of());
  }

  private static List<List<Key>> read(JsonNode markup) {
    if (!markup.isObject()) {
      throw Refused.badRequest("object expected as reply markup");
    }
    mustBeRows(markup, "keyboard", "ReplyKeyboardMarkup");
    mustBeRows(markup, "inline_keyboard", "InlineKeyboardMarkup");
    List<List<Key>> rows = new ArrayList<>();
    for (JsonNode row : markup.path("inline_keyboard")) {
      List<Key> keys = new ArrayList<>();
      row.forEach(button -> keys.add(key(button)));
      rows.add(keys);
    }
    return rows;
  }

  private static void mustBeRows(JsonNode markup, String field, String type) {
    JsonNode rows = markup.path(field);
    if (rows.isMissingNode()) {
      return;
    }
    String must = "field \"" + field + "\" of the " + type + " must be an Array";
    if (!rows.isArray()) {
      throw Refused.badRequest(must);
    }
    for (JsonNode row : rows) {
      if (!row.isArray()) {
        throw Refused.badRequest(must + " of Arrays");
      }
    }
  }

  private static Key key(JsonNode button) {
    String problem = "can't parse inline keyboard button: ";
    if (!button.isObject()) {
      throw Refused.badRequest(problem + "InlineKeyboardButton must be an Object");
    }
    if (!button.path("text").isTextual()) {
      throw Refused.badRequest(problem + "Can't find field \"text\"");
    }
    String label = button.path("text").asText();
    for (String kind : KINDS) {
      JsonNode value = button.path(kind);
      boolean mayBeEmpty = kind.startsWith("switch_inline");
      if (value.isContainerNode() || value.isBoolean()) {
        return new Key(label, kind, value.toString());
      }
      if (value.isTextual() && (mayBeEmpty || !value.asText().isEmpty())) {
        return new Key(label, kind, value.asText());
      }
    }
    throw Refused.badRequest(problem + "Text buttons are unallowed in the inline keyboard");
  }

  /**
   * The keyboard as it will stand under the message: buttons without a label and those beyond the
   * limits are dropped in silence.
   *
   * @throws Refused for an address or data the server does not take
   */
  static List<List<Key>> check(List<List<Key>> rows) {
    List<List<Key>> kept = new ArrayList<>();
    int count = 0;
    for (List<Key> row : rows) {
      List<Key> keys = new ArrayList<>();
      for (Key key : row) {
        Key checked = check(key);
        boolean room = keys.size() < MAX_IN_ROW && count < MAX_IN_ALL;
        if (room && !checked.label().isEmpty()) {
          keys.add(checked);
          count++;
        }
      }
      if (!keys.isEmpty()) {
        kept.add(keys);
      }
    }
    if (kept.stream().flatMap(List::stream).mapToInt(Markup::bytes).sum() > MAX_KEYBOARD_BYTES) {
      throw Refused.badRequest("reply markup is too long");
    }
    return kept;
  }

  private static int bytes(Key key) {
    return MessageText.bytes(key.label()) + MessageText.bytes(key.value());
  }

  private static Key check(Key key) {
    String label = MessageText.cleaned(key.label());
    if (key.isCallback() && MessageText.bytes(key.value()) > MAX_DATA_BYTES) {
      throw Refused.badRequest("BUTTON_DATA_INVALID");
    }
    if (key.kind().equals("web_app")) {
      String url = Arguments.parse(key.value()).map(app -> app.path("url").asText()).orElse("");
      return new Key(label, key.kind(), address("Web App URL", url, true));
    }
    return key.kind().equals("url")
        ? new Key(label, key.kind(), address("URL", key.value(), false))
        : new Key(label, key.kind(), key.value());
  }

  private static String address(String what, String url, boolean httpsOnly) {
    String problem = "inline keyboard button " + what + " '" + url + "' is invalid: ";
    if (WebLink.check(url) instanceof WebLink.Accepted accepted) {
      if (httpsOnly && !accepted.url().startsWith("https://")) {
        throw Refused.badRequest(problem + "Only HTTPS links are allowed");
      }
      return accepted.url();
    }
    throw Refused.badRequest(problem + ((WebLink.Wrong) WebLink.check(url)).why());
  }
}
