package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stand-in for Telegram with one bot: people, chats, messages and the methods of the Bot API, as
 * strict as the real server and with its texts. It knows no HTTP ({@link StandInServer} does) and
 * keeps everything in memory, bounded. Thread-safe.
 *
 * <p>A call is judged in the real server's order: token, method, arguments, chat, topic, reply,
 * then the attempt to send. Implemented: getMe, getUpdates, setWebhook, deleteWebhook,
 * getWebhookInfo, sendMessage, sendDocument, sendPhoto, sendChatAction, editMessageText,
 * editMessageReplyMarkup, deleteMessage, answerCallbackQuery, setMyCommands, getMyCommands,
 * deleteMyCommands, getFile, getChat, getChatMember, getChatAdministrators. Of the parse modes it
 * reads HTML; it says so of others.
 */
public final class StandIn implements AutoCloseable {
  private static final int MAX_TOKEN_CHARS = 80;

  private final String token;
  private final World world;
  private final UpdateQueue updates;
  private final RateLimits limits;
  private final Commands commands;
  private final Crowd crowd;
  private final Transcript transcript;
  private final Map<String, Method> methods = new HashMap<>();
  private final Faults faults = new Faults();
  private final RequestLog requests;
  private volatile boolean revoked;

  /**
   * Starts with nobody but the bot.
   *
   * @param token the bot's; the number before the colon is the bot's
   */
  public StandIn(String token, Clock clock) {
    this.token = token;
    long botId = Long.parseLong(token.substring(0, token.indexOf(':')));
    this.world = new World(clock, new Person(botId, "مرصد", "marsad_stand_in_bot", "", true));
    this.updates = new UpdateQueue(world);
    this.limits = new RateLimits(world);
    this.commands = new Commands(world);
    Presses presses = new Presses(world);
    this.crowd = new Crowd(world, updates, presses);
    this.transcript = new Transcript(world);
    this.requests = new RequestLog(world);
    methods.putAll(new Sending(world, limits).methods());
    methods.putAll(new Editing(world, limits).methods());
    methods.putAll(new Looking(world).methods());
    methods.putAll(new Webhooks(updates).methods());
    methods.putAll(commands.methods());
    methods.putAll(world.files.methods());
    methods.put("answercallbackquery", presses::answer);
  }

  /** Answers one call. A getUpdates may take up to 50 seconds. */
  public Answer call(String callersToken, String methodName, Arguments arguments) {
    try {
      checkToken(callersToken);
      Method method = methods.get(methodName.toLowerCase(Locale.ROOT));
      if (method == null) {
        throw new Refused(404, "Not Found: method not found");
      }
      checkText(arguments);
      return Answer.ok(world.locked(() -> method.call(arguments)));
    } catch (Refused refused) {
      return refused.answer();
    }
  }

  /** The file at a path that getFile told, for who has the token. */
  Optional<Upload> file(String callersToken, String path) {
    checkToken(callersToken);
    return world.locked(() -> world.files.at(path));
  }

  /** A file by the name the server gave it. */
  Optional<Upload> fileById(String fileId) {
    return world.locked(() -> world.files.find(fileId));
  }

  /** What is in the file of a message, if it carries one and it is still kept. */
  public Optional<Upload> fileOf(ChatMessage message) {
    return world.locked(() -> world.files.find(StoredFiles.id(message)));
  }

  private void checkToken(String callersToken) {
    boolean malformed =
        callersToken.indexOf(':') < 0
            || callersToken.startsWith("0")
            || callersToken.length() > MAX_TOKEN_CHARS;
    if (malformed) {
      throw new Refused(401, "Unauthorized: invalid token specified");
    }
    if (revoked || !callersToken.equals(token)) {
      throw new Refused(401, "Unauthorized");
    }
  }

  /** Half of a surrogate pair cannot be UTF-8. */
  private static void checkText(Arguments arguments) {
    for (String value : arguments.values().values()) {
      boolean broken =
          value.codePoints().anyMatch(code -> Character.getType(code) == Character.SURROGATE);
      if (broken) {
        throw Refused.badRequest("strings must be encoded in UTF-8");
      }
    }
  }

  /** The bot's token. */
  public String token() {
    return token;
  }

  /** The bot. */
  public Person bot() {
    return world.bot;
  }

  /** Makes the token nobody's: every call is answered 401. */
  public void revokeToken() {
    revoked = true;
  }

  /** The people, and what they do. */
  public Crowd crowd() {
    return crowd;
  }

  /** What stands in the chats. */
  public Transcript transcript() {
    return transcript;
  }

  /** What the bot was not told yet. */
  public UpdateQueue updates() {
    return updates;
  }

  /** How much the server takes. */
  public RateLimits limits() {
    return limits;
  }

  /** What goes wrong on the way. */
  public Faults faults() {
    return faults;
  }

  /** Every request that came. */
  public RequestLog requests() {
    return requests;
  }

  /** The commands a client in this language shows, name to description, in order. */
  Map<String, String> menu(String language) {
    return world.locked(
        () -> {
          Map<String, String> menu = new LinkedHashMap<>();
          commands.shownTo(language).forEach(c -> menu.put(c.name(), c.description()));
          return menu;
        });
  }

  /** Does something while nothing happens in the chats. */
  void locked(Runnable work) {
    world.locked(work);
  }

  /** Hears what happens in the chats; what the listener does must be quick. */
  void listen(Consumer<ChatEvent> listener) {
    world.listen(listener);
  }

  void forget(Consumer<ChatEvent> listener) {
    world.forget(listener);
  }

  /** A message as the Bot API tells it. */
  ObjectNode shape(ChatMessage message) {
    return world.locked(() -> new Shapes(world).message(message));
  }

  /** Ends the poll that waits. */
  @Override
  public void close() {
    updates.close();
  }
}
