package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small bot behind the playground's Bot API: it lists, counts presses in place, and says what it
 * was told.
 */
final class ScriptedBot implements AutoCloseable {
  private final ApiCaller api;
  private final Thread thread = new Thread(this::run, "scripted-bot");
  private volatile boolean stopped;
  private int offset;

  ScriptedBot(URI base) {
    this.api = new ApiCaller(base, Playground.TOKEN);
  }

  void start() throws Exception {
    api.result(
        "setMyCommands",
        Map.of(
            "language_code",
            "ar",
            "commands",
            List.of(
                Map.of("command", "start", "description", "يشترك ويعرض الجهات"),
                Map.of("command", "watches", "description", "قائمة المتابعة"),
                Map.of("command", "help", "description", "مساعدة بأمثلة"))));
    api.result(
        "setMyCommands",
        Map.of("commands", List.of(Map.of("command", "help", "description", "Help"))));
    thread.start();
  }

  private void run() {
    try {
      while (!stopped) {
        JsonNode updates = api.result("getUpdates", Map.of("offset", offset, "timeout", 20));
        for (JsonNode update : updates) {
          offset = update.path("update_id").asInt() + 1;
          hear(update);
        }
      }
    } catch (Exception e) {
      if (!stopped) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void hear(JsonNode update) throws Exception {
    if (update.has("callback_query")) {
      pressed(update.path("callback_query"));
    } else if (update.has("message")) {
      said(update.path("message"));
    }
  }

  private void said(JsonNode message) throws Exception {
    long chat = message.path("chat").path("id").asLong();
    String text = message.path("text").asText();
    if (text.equals("قائمتي")) {
      send(chat, list(0), keys(0));
    } else if (text.equals("عداد")) {
      send(chat, "العداد: 0", "[[{\"text\":\"زد\",\"callback_data\":\"n1\"}]]");
    } else {
      send(chat, "سمعت: <b>" + escape(text) + "</b>", "[]");
    }
  }

  private static String list(int presses) {
    return "📋 <b>قائمة المتابعة</b>\n1. \u2067صدام حفتر\u2069 · فوري · 7 تنبيهات\n2. \u2067قوات الدعم السريع\u2069 · فوري · 12 تنبيهًا"
        + (presses > 0 ? "\n<i>حُذفت واحدة</i>" : "");
  }

  private static String keys(int presses) {
    return presses > 0
        ? "[[{\"text\":\"رجوع\",\"callback_data\":\"list\"}]]"
        : "[[{\"text\":\"🗑 1\",\"callback_data\":\"drop\"},{\"text\":\"🗑 2\",\"callback_data\":\"drop\"}],[{\"text\":\"➕ متابعة\",\"callback_data\":\"alert\"}]]";
  }

  private void pressed(JsonNode press) throws Exception {
    long chat = press.path("message").path("chat").path("id").asLong();
    int id = press.path("message").path("message_id").asInt();
    String data = press.path("data").asText();
    if (data.equals("alert")) {
      answer(press, "اكتب: راقب، ثم الاسم", true);
      return;
    }
    if (data.startsWith("n")) {
      int count = Integer.parseInt(data.substring(1));
      answer(press, "", false);
      edit(
          chat,
          id,
          "العداد: " + count,
          "[[{\"text\":\"زد\",\"callback_data\":\"n" + (count + 1) + "\"}]]");
      return;
    }
    int presses = data.equals("drop") ? 1 : 0;
    answer(press, presses > 0 ? "حُذفت المتابعة" : "", false);
    edit(chat, id, list(presses), keys(presses));
  }

  private void answer(JsonNode press, String text, boolean alert) throws Exception {
    api.result(
        "answerCallbackQuery",
        Map.of("callback_query_id", press.path("id").asText(), "text", text, "show_alert", alert));
  }

  /** Sends an alert as the product words it. */
  int alert(long chat, String title, URI link, boolean silent) throws Exception {
    String html =
        "🔔 صدام حفتر · قوات الدعم السريع\n<b><a href=\""
            + link
            + "\">"
            + title
            + "</a></b>\n"
            + "<blockquote>…قال المكتب الإعلامي إن <b>صدام حفتر</b> التقى وفدًا من \u2066Meridian Wire\u2069 ثم عاد إلى بنغازي…</blockquote>\n"
            + "📰 وكالة الواحة · 🕒 14:32 (قبل دقيقتين)\n➕ تناولته أيضًا: منصة المحروسة";
    Map<String, Object> call = new HashMap<>();
    call.put("chat_id", chat);
    call.put("text", html);
    call.put("parse_mode", "HTML");
    call.put("disable_notification", silent);
    call.put(
        "reply_markup",
        "{\"inline_keyboard\":[[{\"text\":\"اقرأ الخبر\",\"url\":\""
            + link
            + "\"},{\"text\":\"لماذا؟\",\"callback_data\":\"alert\"}],[{\"text\":\"كتم ▾\",\"callback_data\":\"drop\"},{\"text\":\"ليس مقصودًا\",\"callback_data\":\"drop\"}]]}");
    return api.result("sendMessage", call).path("message_id").asInt();
  }

  private void send(long chat, String html, String keyboard) throws Exception {
    api.result("sendChatAction", Map.of("chat_id", chat, "action", "typing"));
    api.result(
        "sendMessage",
        Map.of(
            "chat_id",
            chat,
            "text",
            html,
            "parse_mode",
            "HTML",
            "reply_markup",
            "{\"inline_keyboard\":" + keyboard + "}"));
  }

  private void edit(long chat, int id, String html, String keyboard) throws Exception {
    api.result(
        "editMessageText",
        Map.of(
            "chat_id", chat,
            "message_id", id,
            "text", html,
            "parse_mode", "HTML",
            "reply_markup", "{\"inline_keyboard\":" + keyboard + "}"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join(5000);
  }
}
