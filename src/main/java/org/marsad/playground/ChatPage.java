package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What the chat page can do, over HTTP. A request must say it is JSON, which no other site can. */
final class ChatPage implements AutoCloseable {
  private static final int MAX_TITLE = 300;
  private static final int MAX_TEXT = 4096;

  private final StandIn standIn;
  private final Visitor visitor;
  private final Newsroom newsroom;
  private final PageState state;
  private final PageStream stream = new PageStream();
  private final Consumer<ChatEvent> onEvent = this::hear;
  private final Consumer<NewsItem> onNews;

  ChatPage(StandIn standIn, Newsroom newsroom) {
    this.standIn = standIn;
    this.newsroom = newsroom;
    this.visitor = new Visitor(standIn);
    this.state = new PageState(standIn, visitor, newsroom);
    this.onNews = item -> stream.tell(state.news(item));
    standIn.listen(onEvent);
    newsroom.listen(onNews);
  }

  private void hear(ChatEvent event) {
    ObjectNode seen = state.event(event);
    if (seen != null) {
      stream.tell(seen);
    }
  }

  void routes(JavalinConfig config) {
    config.routes.get("/playground/events", context -> stream.serve(context, state::all));
    act(config, "say", this::say);
    act(config, "send", this::send);
    config.routes.get("/playground/file/{id}", this::file);
    act(config, "press", this::press);
    act(config, "language", this::language);
    act(config, "group", this::group);
    act(config, "publish", this::publish);
  }

  private interface Act {
    /** Does it; what it throws as wrong is told to the page. */
    void on(JsonNode wish);
  }

  private static void act(JavalinConfig config, String name, Act act) {
    config.routes.post("/playground/api/" + name, context -> answer(context, act));
  }

  private static void answer(Context context, Act act) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      context.status(415).result("Send application/json");
      return;
    }
    Optional<JsonNode> wish = Arguments.parse(context.body()).filter(JsonNode::isObject);
    if (wish.isEmpty()) {
      context.status(400).result("Send a JSON object");
      return;
    }
    try {
      act.on(wish.get());
      context.status(204);
    } catch (IllegalArgumentException e) {
      context.status(400).result(String.valueOf(e.getMessage()));
    }
  }

  private void say(JsonNode wish) {
    standIn.crowd().say(chat(wish), Visitor.ID, text(wish, "text", MAX_TEXT));
  }

  private void send(JsonNode wish) {
    byte[] bytes = Base64.getDecoder().decode(wish.path("base64").asText());
    Upload file = new Upload(text(wish, "name", MAX_TITLE), bytes);
    standIn.crowd().send(chat(wish), Visitor.ID, file);
  }

  /** Handed out to be saved, never to be shown: it may hold anything. */
  private void file(Context context) {
    Optional<Upload> file = standIn.fileById(context.pathParam("id"));
    if (file.isEmpty()) {
      context.status(404).result("There is no such file any more");
      return;
    }
    String name = URLEncoder.encode(file.get().name(), StandardCharsets.UTF_8).replace("+", "%20");
    context
        .contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .header("X-Content-Type-Options", "nosniff")
        .result(file.get().bytes());
  }

  private void press(JsonNode wish) {
    standIn
        .crowd()
        .press(chat(wish), wish.path("message").asInt(), Visitor.ID, wish.path("data").asText());
  }

  private long chat(JsonNode wish) {
    long chat = wish.path("chat").asLong();
    if (!visitor.chats().contains(chat)) {
      throw new IllegalArgumentException("There is no chat " + chat);
    }
    return chat;
  }

  private void language(JsonNode wish) {
    String language = wish.path("language").asText();
    if (!language.equals("ar") && !language.equals("en")) {
      throw new IllegalArgumentException("The language is ar or en, not " + language);
    }
    visitor.speak(language);
    stream.tell(state.client());
  }

  private void group(JsonNode wish) {
    visitor.openGroup();
    // Nothing may be told between the state being read and its being told: it would be forgotten.
    standIn.locked(() -> stream.tell(state.all()));
  }

  private void publish(JsonNode wish) {
    String feed = wish.path("feed").asText();
    newsroom.publish(
        NewsFeed.of(feed)
            .orElseThrow(() -> new IllegalArgumentException("There is no feed " + feed)),
        text(wish, "title", MAX_TITLE),
        wish.path("text").asText().isBlank() ? "" : text(wish, "text", MAX_TEXT));
  }

  private static String text(JsonNode wish, String name, int maxChars) {
    String text = wish.path(name).asText().strip();
    if (text.isEmpty() || text.length() > maxChars) {
      throw new IllegalArgumentException(
          "The " + name + " must have 1 to " + maxChars + " characters");
    }
    return text;
  }

  @Override
  public void close() {
    standIn.forget(onEvent);
    newsroom.forget(onNews);
    stream.close();
  }
}
