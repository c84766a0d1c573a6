package org.marsad.chat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pressing a button does, as its callback data says it: {@code kind:value:value}. The data
 * comes back from clients that may be old or hostile, so values are checked where they are used.
 *
 * @param values what it is done to; the last may hold colons
 */
record Tap(Kind kind, List<String> values) {
  /** Telegram's limit for callback data, in bytes of UTF-8. */
  static final int MAX_BYTES = 64;

  /** Copies the values. */
  Tap {
    values = List.copyOf(values);
  }

  /** The things a button can do. */
  enum Kind {
    /** Runs a command without a text: verb. */
    DO(1, false),
    /** Asks for a text: question. */
    ASK(1, true),
    /** Ends the open question. */
    CANCEL(0, true),
    /** Adds a watch: query. */
    ADD(1, true),
    /** Adds a watch for words instead of one for an entity: id of that watch, words. */
    WORDS(2, true),
    /** Dry run: query. */
    TRY(1, false),
    /** Search: query. */
    SEARCH(1, false),
    /** A page of what was found: id of the item before which it begins, query. */
    OLDER(2, false),
    /** A page of what was found: id of the item behind which it ends, query. */
    NEWER(2, false),
    /** A page of a group of entities: group, page. */
    GROUP(2, false),
    /** An entity in a group, or at the start: group or START, page, query. */
    ENTITY(3, true),
    /** A page of the watchlist: page. */
    LIST(1, false),
    /** One watch: id, page of the list. */
    WATCH(2, false),
    /** Removes a watch, asking first where its record is lost: id, page of the list. */
    REMOVE(2, true),
    /** Removes a watch for good: id, page of the list. */
    REMOVED(2, true),
    /** The groups that sources are in: by what. */
    SOURCES(1, false),
    /** A page of a group of sources: group, page. */
    SOURCEGROUP(2, false),
    /** Drops or follows a source: group, page, id. */
    SOURCE(3, true),
    /** Drops or follows a whole group of sources: group, whether it is followed. */
    ALLSOURCES(2, true),
    /** Adds a source: its address. */
    FOUND(1, true),
    /** Takes a source back that was just added: id. */
    UNADD(1, true),
    /** Sets the language: code. */
    LANGUAGE(1, true),
    /** Sets the time zone: id. */
    ZONE(1, true),
    /** Sets whether one event from several sources is one alert: on or off. */
    GROUP_STORIES(1, true),
    /** Forgets the chat, step by step: step. */
    FORGET(1, true),
    /** Begins to describe an own entity. */
    OWN_NEW(0, true),
    /** No more names, or no more context words, are to come. */
    OWN_DONE(0, true),
    /** The names of an own entity: id of its watch, page of the list. */
    OWN(2, false),
    /** Asks for one more: id of the watch, "name" or "context". */
    OWN_ADD(2, true),
    /** Removes a name or context word: id of the watch, page of the list, hash. */
    OWN_DROP(3, true),
    /** Why an alert came: its id. */
    WHY(1, false),
    /** An alert was not meant: its id. */
    NOT_MEANT(1, true),
    /** Items with a word satisfy a watch no more: id of the watch, word. */
    WITHOUT(2, true),
    /** Only items with a word satisfy a watch: id of the watch, word. */
    WITH(2, true),
    /** Asks for the word that must stand in the item: id of the watch. */
    WITH_ASKED(1, true),
    /** Items of a source satisfy a watch no more: id of the watch, id of the source. */
    NOT_FROM(2, true),
    /** Undoes such a change: its id. */
    AS_BEFORE(1, true),
    /** What of an alert is to be muted: its id. */
    MUTE_ALERT(1, true),
    /** How long something is to be muted: kind, id. */
    MUTE(2, true),
    /** Mutes: kind, id, span. */
    MUTE_FOR(3, true),
    /** A page of the watches that can be muted: page. */
    TO_MUTE(1, true),
    /** A page of what is muted: page. */
    MUTED(1, false),
    /** Ends a mute: id. */
    UNMUTE(1, true),
    /** Sets quiet hours: the hours, "off" or "urgent". */
    QUIET(1, true),
    /** Sets the digest: the times, "now" or "empty". */
    DIGEST(1, true),
    /** Sets how urgent a watch is: id, page of the list, urgency. */
    URGENCY(3, true),
    /** Shows what a message of many stands for: key. */
    MORE(1, false),
    /** Watch, page: how sensitive it is to spikes, one step on. */
    SPIKES(2, true);

    private final int count;
    private final boolean changes;

    Kind(int count, boolean changes) {
      this.count = count;
      this.changes = changes;
    }

    /** Whether it changes the chat's set-up, which only some may do in a group. */
    boolean changes() {
      return changes;
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Tap of(Kind kind, Object... values) {
    return new Tap(kind, Arrays.stream(values).map(String::valueOf).toList());
  }

  /** How many bytes are left for one more value behind these. */
  static int room(Kind kind, Object... values) {
    return MAX_BYTES - bytes(of(kind, values).written()) - 1;
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * The callback data.
   *
   * @throws IllegalStateException if it is too long: Telegram would refuse the whole message
   */
  String data() {
    String data = written();
    if (values.size() != kind.count || bytes(data) > MAX_BYTES) {
      throw new IllegalStateException("not fit for a button: " + data);
    }
    return data;
  }

  private String written() {
    return Stream.concat(Stream.of(kind.code()), values.stream()).collect(Collectors.joining(":"));
  }

  /** What these callback data say; empty for those of another version. */
  static Optional<Tap> read(String data) {
    for (Kind kind : Kind.values()) {
      String[] parts = data.split(":", kind.count + 1);
      if (parts[0].equals(kind.code()) && parts.length == kind.count + 1) {
        return Optional.of(new Tap(kind, Arrays.asList(parts).subList(1, parts.length)));
      }
    }
    return Optional.empty();
  }

  /** The command that the first value names; empty where it names none. */
  Optional<Verb> verb() {
    return Arrays.stream(Verb.values()).filter(verb -> verb.name().equals(value(0))).findFirst();
  }

  String value(int index) {
    return values.get(index);
  }

  /** A value as a number; -1, which no row has, where it is none. */
  long number(int index) {
    try {
      return Long.parseLong(value(index));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** A value as the number of a page; the first where it is none. */
  int page(int index) {
    return (int) Math.max(0, Math.min(number(index), Integer.MAX_VALUE));
  }
}
