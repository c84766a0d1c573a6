package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What the chat page shows, in the words it reads. */
final class PageState {
  private static final int NEWS_SHOWN = 30;
  private static final int MESSAGES_SHOWN = 200;

  private final StandIn standIn;
  private final Visitor visitor;
  private final Newsroom newsroom;

  PageState(StandIn standIn, Visitor visitor, Newsroom newsroom) {
    this.standIn = standIn;
    this.visitor = visitor;
    this.newsroom = newsroom;
  }

  /** Everything, for a page that has just been opened. */
  ObjectNode all() {
    ObjectNode state = Shapes.object().put("kind", "state");
    state.put("me", Visitor.ID).put("language", visitor.language());
    state.put("bot", standIn.bot().firstName());
    state.set("chats", chats());
    ArrayNode messages = state.putArray("messages");
    for (long chat : visitor.chats()) {
      var all = standIn.transcript().of(chat);
      all.subList(Math.max(0, all.size() - MESSAGES_SHOWN), all.size())
          .forEach(message -> messages.add(message(message)));
    }
    state.set("commands", commands());
    ArrayNode feeds = state.putArray("feeds");
    for (NewsFeed feed : NewsFeed.values()) {
      feeds.addObject().put("name", feed.key()).put("title", feed.title());
    }
    ArrayNode news = state.putArray("news");
    newsroom.latest(NEWS_SHOWN).forEach(item -> news.add(NewsPages.shape(item)));
    return state;
  }

  private ArrayNode chats() {
    ArrayNode chats = Shapes.array();
    for (long chat : visitor.chats()) {
      chats.addObject().put("id", chat).put("group", chat != Visitor.ID);
    }
    return chats;
  }

  private ArrayNode commands() {
    ArrayNode commands = Shapes.array();
    standIn
        .menu(visitor.language())
        .forEach(
            (name, description) ->
                commands.addObject().put("name", name).put("description", description));
    return commands;
  }

  private ObjectNode message(ChatMessage message) {
    return standIn.shape(message).put("silent", message.silent());
  }

  /** The language and menu of the pretended client, after either changed. */
  ObjectNode client() {
    ObjectNode client = Shapes.object().put("kind", "client").put("language", visitor.language());
    client.set("commands", commands());
    return client;
  }

  ObjectNode news(NewsItem item) {
    return NewsPages.shape(item).put("kind", "news");
  }

  /** Something that happened; null where this page does not see it. */
  @Nullable ObjectNode event(ChatEvent event) {
    if (event instanceof ChatEvent.Came came && isSeen(came.message().chat())) {
      return Shapes.object().put("kind", "message").set("message", message(came.message()));
    }
    if (event instanceof ChatEvent.Edited edited && isSeen(edited.message().chat())) {
      return Shapes.object().put("kind", "message").set("message", message(edited.message()));
    }
    if (event instanceof ChatEvent.Gone gone) {
      return Shapes.object()
          .put("kind", "gone")
          .put("chat", gone.chat())
          .put("message_id", gone.messageId());
    }
    if (event instanceof ChatEvent.PressAnswered answered) {
      return Shapes.object()
          .put("kind", "toast")
          .put("press", answered.pressId())
          .put("text", answered.text())
          .put("alert", answered.alert());
    }
    if (event instanceof ChatEvent.Acting acting) {
      return Shapes.object().put("kind", "acting").put("chat", acting.chat());
    }
    return event instanceof ChatEvent.CommandsChanged ? client() : null;
  }

  private boolean isSeen(long chat) {
    return visitor.chats().contains(chat);
  }
}
