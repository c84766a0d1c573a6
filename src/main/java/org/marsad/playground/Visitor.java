package org.marsad.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whoever sits at the chat page: one person, with a private chat and perhaps a group. Thread-safe;
 * reading takes no lock, since the stand-in asks while it holds its own.
 */
final class Visitor {
  static final long ID = 700_000_001;

  /** What the visitor is called, in messages of the bot too. */
  private static final String NAME = "زائر";

  private final StandIn standIn;
  private final List<Long> groups = new CopyOnWriteArrayList<>();
  private volatile String language = "ar";

  Visitor(StandIn standIn) {
    this.standIn = standIn;
    standIn.crowd().person(ID, NAME, language);
  }

  String language() {
    return language;
  }

  /** Sets the client to another language; the bot sees it in the next message. */
  void speak(String newLanguage) {
    language = newLanguage;
    standIn.crowd().person(ID, NAME, newLanguage);
  }

  /** The chats, the private one first. */
  List<Long> chats() {
    List<Long> chats = new ArrayList<>();
    chats.add(ID);
    chats.addAll(groups);
    return chats;
  }

  /** Opens a group with the bot in it, once. */
  synchronized void openGroup() {
    if (groups.isEmpty()) {
      groups.add(standIn.crowd().supergroup("غرفة الأخبار", ID));
    }
  }
}
