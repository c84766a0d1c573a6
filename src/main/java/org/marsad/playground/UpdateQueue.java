package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the bot was not told yet, and {@code getUpdates} on it, by the rules of the real queue: kept
 * for 24 hours, confirmed by a higher offset, one poll at a time. Thread-safe.
 */
public final class UpdateQueue {
  /** The kinds a bot gets only when it names them. */
  private static final Set<String> NOT_BY_DEFAULT =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MAX_WAITING = 100_000;
  private static final int FUTURE_ALLOWED = 10;
  private static final Duration CONFLICT_PAUSE = Duration.ofSeconds(3);
  private static final Duration SAME_OFFSET_AT_ONCE = Duration.ofMillis(500);
  private static final Duration SAME_OFFSET_SOON = Duration.ofSeconds(3);

  private final World world;
  private final TreeMap<Integer, Waiting> waiting = new TreeMap<>();
  private @Nullable Set<String> allowed;
  private int nextId = 100_000_000 + new Random().nextInt(800_000_000);
  private int previousOffset = -1;
  private Instant previousStart = Instant.EPOCH;
  private Instant nextConflict = Instant.EPOCH;
  private @Nullable Poll polling;
  private boolean closed;
  private String webhook = "";

  private record Waiting(ObjectNode body, Instant until) {}

  /** A getUpdates that waits; its end may come from elsewhere. */
  private static final class Poll {
    private @Nullable String terminatedBy;
  }

  UpdateQueue(World world) {
    this.world = world;
  }

  /** Adds an update if the bot wants its kind. */
  void add(String type, ObjectNode content) {
    Set<String> wanted = allowed;
    if (wanted == null ? !NOT_BY_DEFAULT.contains(type) : wanted.contains(type)) {
      ObjectNode body = Shapes.object();
      body.set(type, content);
      addAnyway(body);
    }
  }

  private void addAnyway(ObjectNode body) {
    if (waiting.size() < MAX_WAITING) {
      waiting.put(nextId++, new Waiting(body, world.clock.instant().plus(KEPT)));
      world.changed();
    }
  }

  /** Puts a message without {@code is_bot} in its sender before what comes next. */
  public void poison() {
    world.locked(
        () -> {
          ObjectNode body = Shapes.object();
          ObjectNode message = body.putObject("message");
          message.put("message_id", 1).put("date", world.now().getEpochSecond());
          message.putObject("from").put("id", 1L).put("first_name", "-");
          message.putObject("chat").put("id", 1L).put("type", "private");
          message.put("text", "/start");
          addAnyway(body);
        });
  }

  /** Goes on counting from here, as the real server may after a quiet week. */
  public void countFrom(int id) {
    world.locked(() -> nextId = id);
  }

  /** How many updates the bot did not confirm yet. */
  public int size() {
    return world.locked(
        () -> {
          expire();
          return waiting.size();
        });
  }

  /** Which poll is held open now, to tell one from the next; null for none. */
  @Nullable Object held() {
    return world.locked(() -> Optional.ofNullable(polling)).orElse(null);
  }

  /** Forgets what the bot was not told yet. */
  void clear() {
    waiting.clear();
  }

  /** Ends the poll that waits and those to come; the server stops. */
  void close() {
    world.locked(
        () -> {
          closed = true;
          world.changed();
        });
  }

  String webhook() {
    return webhook;
  }

  void setWebhook(String url) {
    webhook = url;
    if (!url.isEmpty() && polling != null) {
      polling.terminatedBy = "setWebhook request";
      world.changed();
    }
  }

  /** Remembers the kinds the bot wants; unknown ones are passed over, none means the default. */
  void allow(Arguments arguments) {
    Arguments.parse(arguments.text("allowed_updates"))
        .filter(types -> types.isArray())
        .ifPresent(
            types -> {
              Set<String> named = new HashSet<>();
              types.forEach(type -> named.add(type.asText().toLowerCase(Locale.ROOT)));
              named.retainAll(UpdateTypes.ALL);
              allowed = named.isEmpty() ? null : Set.copyOf(named);
            });
  }

  /** Answers a getUpdates; holds it, without the lock, while there is nothing to tell. */
  ArrayNode poll(Arguments arguments) {
    return world.locked(() -> pollLocked(arguments));
  }

  private ArrayNode pollLocked(Arguments arguments) {
    if (!webhook.isEmpty()) {
      throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }
    int offset = (int) arguments.integer("offset");
    int limit = arguments.integer("limit", 100, 1, 100);
    int timeoutSeconds = arguments.integer("timeout", 0, 0, 50);
    allow(arguments);
    Instant now = world.clock.instant();
    if (offset == previousOffset && now.isBefore(previousStart.plus(SAME_OFFSET_AT_ONCE))) {
      limit = 1;
    }
    if (offset == previousOffset && now.isBefore(previousStart.plus(SAME_OFFSET_SOON))) {
      timeoutSeconds = Math.max(timeoutSeconds, 3);
    }
    previousOffset = offset;
    previousStart = now;
    confirm(offset);
    if (waiting.isEmpty() && timeoutSeconds > 0) {
      holdOpen(Duration.ofSeconds(timeoutSeconds));
    }
    return told(limit);
  }

  /** Forgets what stands before an offset; a negative one counts from the end. */
  private void confirm(int offset) {
    expire();
    while (offset < 0 && waiting.size() > -(long) offset) {
      waiting.pollFirstEntry();
    }
    if (offset > 0 && offset <= nextId + FUTURE_ALLOWED) {
      waiting.headMap(offset).clear();
    }
  }

  private void holdOpen(Duration longest) {
    if (polling != null) {
      polling.terminatedBy =
          "other getUpdates request; make sure that only one bot instance is running";
      world.changed();
    }
    Poll mine = new Poll();
    polling = mine;
    world.await(() -> !waiting.isEmpty() || mine.terminatedBy != null || closed, longest);
    if (polling == mine) {
      polling = null;
    }
    if (mine.terminatedBy != null) {
      throw conflict("terminated by " + mine.terminatedBy);
    }
  }

  private ArrayNode told(int limit) {
    ArrayNode updates = Shapes.array();
    waiting.entrySet().stream()
        .limit(limit)
        .forEach(
            entry ->
                updates
                    .addObject()
                    .put("update_id", entry.getKey())
                    .setAll(entry.getValue().body()));
    return updates;
  }

  /** A 409; a second one within three seconds is held back as long. */
  private Refused conflict(String why) {
    Instant now = world.clock.instant();
    if (now.isBefore(nextConflict)) {
      world.await(() -> closed, CONFLICT_PAUSE);
    } else {
      nextConflict = now.plus(CONFLICT_PAUSE);
    }
    return new Refused(409, "Conflict: " + why);
  }

  private void expire() {
    Instant now = world.clock.instant();
    waiting.values().removeIf(update -> !now.isBefore(update.until()));
  }
}
