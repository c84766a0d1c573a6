package org.marsad.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.alert.Phrases;
import org.marsad.text.Language;

/**
 * Answers what is said in chats: one line of text or one button press → command → change → reply.
 * Any number of threads may call it, one a chat at a time.
 */
public final class Conversation {
  private final Listening listening;
  private final Pressing pressing;
  private final Membership membership;

  /** Speaks for this desk. */
  public Conversation(Desk desk, Entry entry) {
    Families families = Families.of(desk);
    Gate gate = new Gate(desk.chats(), entry);
    Doing doing = new Doing(families);
    this.membership = new Membership(desk, gate, families.welcome());
    this.listening = new Listening(desk, gate, families, doing, membership);
    this.pressing = new Pressing(desk, new Presses(families, doing), membership);
  }

  /**
   * Who may subscribe.
   *
   * @param admins Telegram's numbers of the operator's chats
   * @param byInvitation whether a new chat needs {@code /start <secret>}
   * @param secret the payload of the invite link
   */
  public record Entry(Set<Long> admins, boolean byInvitation, String secret) {
    /** Copies the admins. */
    public Entry {
      admins = Set.copyOf(admins);
    }
  }

  /** What is to be said back, in order; empty where nothing is. */
  public List<Reply> answer(Incoming incoming) {
    if (incoming.act() instanceof Incoming.Text text) {
      return listening.heard(incoming, text.text());
    }
    if (incoming.act() instanceof Incoming.Document document) {
      return listening.received(incoming, document);
    }
    if (incoming.act() instanceof Incoming.Unread) {
      return listening.unread(incoming);
    }
    if (incoming.act() instanceof Incoming.Press press) {
      return pressing.pressed(incoming, press.data());
    }
    return membership.changed(incoming);
  }

  /** The menu of commands with their descriptions in a language, in the order to be shown. */
  public static Map<String, String> menu(Language language) {
    Map<String, String> menu = new LinkedHashMap<>();
    for (Verb verb : Verb.values()) {
      menu.put(verb.names().get(0), Phrases.in(language).plain(verb.key("verb")));
    }
    return menu;
  }
}
