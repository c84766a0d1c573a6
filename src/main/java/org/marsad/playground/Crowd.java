package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * People and what they do in chats; each act reaches the bot as the real one would. Thread-safe.
 */
public final class Crowd {
  private final World world;
  private final UpdateQueue updates;
  private final Presses presses;
  private final Shapes shapes;
  private final Notices notices;
  private long nextGroup = 1_000_000;
  private boolean privacy;

  Crowd(World world, UpdateQueue updates, Presses presses) {
    this.world = world;
    this.updates = updates;
    this.presses = presses;
    this.shapes = new Shapes(world);
    this.notices = new Notices(world, updates);
  }

  /** Somebody who has not written to the bot yet, or the same somebody changed. */
  public Person person(long id, String firstName, String languageCode) {
    Person person = Person.of(id, firstName, languageCode);
    world.locked(
        () -> {
          world.people.put(id, person);
          world.chats.computeIfAbsent(
              id, number -> new StandInChat(number, ChatKind.PRIVATE, firstName, false));
        });
    return person;
  }

  /** A basic group with the bot in it. Returns its number. */
  public long group(String title, long creator) {
    return open(ChatKind.GROUP, title, creator, List.of());
  }

  /** A supergroup with the bot in it. */
  public long supergroup(String title, long creator) {
    return open(ChatKind.SUPERGROUP, title, creator, List.of());
  }

  /** A forum with the bot in it; its topics are numbered from 2. */
  public long forum(String title, long creator, List<String> topics) {
    return open(ChatKind.SUPERGROUP, title, creator, topics);
  }

  /** A channel with the bot as an administrator. */
  public long channel(String title, long creator) {
    return open(ChatKind.CHANNEL, title, creator, List.of());
  }

  private long open(ChatKind kind, String title, long creator, List<String> topics) {
    return world.locked(
        () -> {
          Person by = world.person(creator);
          long number = ++nextGroup;
          long id = kind == ChatKind.GROUP ? -number : -1_000_000_000_000L - number;
          StandInChat chat = new StandInChat(id, kind, title, !topics.isEmpty());
          for (int i = 0; i < topics.size(); i++) {
            chat.topics.put(i + 2, topics.get(i));
          }
          chat.ranks.put(by.id(), Rank.CREATOR);
          world.chats.put(id, chat);
          botBecomes(chat, kind == ChatKind.CHANNEL ? Rank.ADMINISTRATOR : Rank.MEMBER, by);
          return id;
        });
  }

  /** Gives a group or channel a name to be found by. */
  public void name(long chat, String userName) {
    world.locked(() -> world.known(chat).userName = userName);
  }

  /**
   * Keeps from the bot what ordinary members say in groups, except commands, unless it is an
   * administrator there: what BotFather sets for a new bot. Off at first.
   */
  public void privacy(boolean on) {
    world.locked(() -> privacy = on);
  }

  /** Somebody says something: in private, in a group, or as a post of a channel. */
  public ChatMessage say(long chat, long person, String text) {
    return say(chat, 0, person, text);
  }

  /** The same in a topic of a forum. */
  public ChatMessage say(long chat, int topic, long person, String text) {
    return put(chat, topic, person, text, 0);
  }

  /** Somebody answers a message. */
  public ChatMessage reply(long chat, int messageId, long person, String text) {
    int topic =
        world.locked(() -> world.known(chat).message(messageId).map(ChatMessage::topic).orElse(0));
    return put(chat, topic, person, text, messageId);
  }

  private ChatMessage put(long chatId, int topic, long personId, String text, int replyTo) {
    return put(new Words(chatId, topic, personId, text, replyTo), new Upload("", new byte[0]));
  }

  /** Somebody sends a file, in private or in a group. */
  public ChatMessage send(long chat, long person, Upload file) {
    return put(new Words(chat, 0, person, "", 0), file);
  }

  /** What is said where, by whom, in answer to which message (0 for none). */
  private record Words(long chat, int topic, long person, String text, int replyTo) {}

  private ChatMessage put(Words words, Upload file) {
    return world.locked(
        () -> {
          StandInChat chat = world.known(words.chat());
          boolean post = chat.kind == ChatKind.CHANNEL;
          ChatMessage message = message(chat, words, file);
          if (message.text().isEmpty() && file.name().isEmpty()) {
            throw new IllegalArgumentException("A message must say something");
          }
          chat.started = true;
          chat.put(message);
          if (!file.name().isEmpty()) {
            world.files.keep(StoredFiles.id(message), file);
          }
          world.tell(new ChatEvent.Came(message));
          if (reachesBot(chat, message)) {
            updates.add(post ? "channel_post" : "message", shapes.message(message));
          }
          return message;
        });
  }

  private ChatMessage message(StandInChat chat, Words words, Upload file) {
    Person person = world.person(words.person());
    return new ChatMessage(
        chat.id,
        chat.nextMessageId(),
        words.topic(),
        chat.kind == ChatKind.CHANNEL ? null : person,
        world.now(),
        null,
        MessageText.clean(new FormattedText(words.text(), List.of())),
        file.name(),
        List.of(),
        words.replyTo(),
        false);
  }

  private boolean reachesBot(StandInChat chat, ChatMessage message) {
    if (chat.kind == ChatKind.PRIVATE) {
      return chat.rank(chat.id) != Rank.KICKED;
    }
    Rank bot = chat.rank(world.bot.id());
    if (!bot.isInside()) {
      return false;
    }
    boolean toBot =
        message.content().entities().stream().anyMatch(e -> e.type().equals("bot_command"))
            || chat.message(message.replyTo())
                .map(ChatMessage::from)
                .filter(Person::bot)
                .isPresent();
    return !privacy || bot.isAdmin() || toBot;
  }

  /**
   * Somebody presses a button.
   *
   * @param label what the button says, or the data it carries
   * @return the press's id, which the bot is to answer
   */
  public String press(long chatId, int messageId, long personId, String label) {
    return world.locked(
        () -> {
          StandInChat chat = world.known(chatId);
          ChatMessage message =
              chat.message(messageId)
                  .orElseThrow(
                      () -> new IllegalArgumentException("There is no message " + messageId));
          Key key =
              message.keys().stream()
                  .filter(Key::isCallback)
                  .filter(k -> k.label().equals(label) || k.value().equals(label))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "No button «" + label + "» among " + message.keys()));
          String id = presses.begin();
          ObjectNode press = Shapes.object().put("id", id);
          press.set("from", shapes.person(world.person(personId)));
          press.set("message", shapes.message(message));
          press.put("chat_instance", Long.toString(chatId * 31)).put("data", key.value());
          updates.add("callback_query", press);
          return id;
        });
  }

  /** Somebody blocks the bot. */
  public void block(long person) {
    privately(person, Rank.KICKED);
  }

  /** Somebody lets the bot write again. */
  public void unblock(long person) {
    privately(person, Rank.MEMBER);
  }

  private void privately(long personId, Rank rank) {
    world.locked(
        () -> {
          StandInChat chat = world.known(personId);
          Rank old = chat.rank(personId) == Rank.KICKED ? Rank.KICKED : Rank.MEMBER;
          chat.ranks.put(personId, rank);
          chat.started = true;
          if (old != rank) {
            notices.membership(
                "my_chat_member", chat, world.person(personId), world.bot, old, rank);
          }
        });
  }

  /** Somebody's account goes away. */
  public void deactivate(long person) {
    world.locked(() -> world.known(person).deactivated = true);
  }

  /** Somebody makes the bot something else in a group or channel: adds, promotes or kicks it. */
  public void setBot(long chat, Rank rank, long by) {
    world.locked(() -> botBecomes(world.known(chat), rank, world.person(by)));
  }

  private void botBecomes(StandInChat chat, Rank rank, Person by) {
    Rank old = chat.rank(world.bot.id());
    chat.ranks.put(world.bot.id(), rank);
    notices.membership("my_chat_member", chat, by, world.bot, old, rank);
  }

  /** Somebody becomes something in a group or channel: joins, leaves, is promoted. */
  public void setPerson(long chatId, long personId, Rank rank) {
    world.locked(
        () -> {
          StandInChat chat = world.known(chatId);
          Person person = world.person(personId);
          Rank old = chat.rank(personId);
          chat.ranks.put(personId, rank);
          notices.membership("chat_member", chat, person, person, old, rank);
        });
  }

  /** Lets, or no longer lets, ordinary members write in a group. */
  public void membersMayWrite(long chat, boolean may) {
    world.locked(() -> world.known(chat).membersMayWrite = may);
  }

  /** A group's creator deletes it. */
  public void deleteGroup(long chat) {
    world.locked(() -> world.known(chat).deleted = true);
  }

  /** A group becomes a supergroup. Returns its new number; the bot is told in the old one. */
  public long migrate(long groupId) {
    return world.locked(
        () -> {
          StandInChat group = world.known(groupId);
          long number = ++nextGroup;
          StandInChat grown =
              new StandInChat(
                  -1_000_000_000_000L - number, ChatKind.SUPERGROUP, group.title, false);
          grown.ranks.putAll(group.ranks);
          world.chats.put(grown.id, grown);
          group.migratedTo = grown.id;
          notices.migrated(group, grown);
          return grown.id;
        });
  }
}
