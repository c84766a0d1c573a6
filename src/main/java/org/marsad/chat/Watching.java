package org.marsad.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Chat;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.watch.Watch;

/** Adds watches: by command, by button, by an answer to a question. */
final class Watching {
  /** Watches a chat may have; more would make every item slower for everybody. */
  static final int MAX_WATCHES = 300;

  private final Desk desk;
  private final Carried carried;

  Watching(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
  }

  private Catalogue catalogue() {
    return desk.matcher().catalogue();
  }

  /** What to watch is chosen from a menu. */
  List<Reply> menu(Talk talk) {
    Keyboard keyboard =
        new Keyboard()
            .row(talk.run(Verb.ENTITIES))
            .row(talk.button("button.own", Tap.of(Tap.Kind.OWN_NEW)))
            .row(
                talk.button("button.keyword", Tap.of(Tap.Kind.ASK, Question.KEYWORD)),
                talk.button("button.query", Tap.of(Tap.Kind.ASK, Question.QUERY)));
    return talk.show(talk.html("watch.menu"), keyboard);
  }

  /** Watches what a text says; a name of an entity means the entity. */
  List<Reply> watch(Talk talk, String text) {
    Meaning meaning = Meaning.of(text, catalogue());
    if (meaning instanceof Meaning.Refused refused) {
      return Refusal.of(talk, carried, text, refused);
    }
    if (meaning instanceof Meaning.Named named) {
      return named.entities().size() == 1
          ? watch(talk, named.entities().get(0), text)
          : Choosing.of(talk, carried, named.entities(), text, Tap.Kind.ADD);
    }
    return watch(talk, (Meaning.Wanted) meaning, text);
  }

  /** Watches what a text says as it stands. */
  List<Reply> watchLiterally(Talk talk, String text) {
    Meaning meaning = Meaning.literal(text, catalogue());
    return meaning instanceof Meaning.Refused refused
        ? Refusal.of(talk, carried, text, refused)
        : watch(talk, (Meaning.Wanted) meaning, text);
  }

  private List<Reply> watch(Talk talk, Meaning.Wanted wanted, String text) {
    Optional<Entity> entity = wanted.entity(catalogue());
    if (entity.isPresent()) {
      return watch(talk, entity.get(), "");
    }
    Added added = add(talk, wanted, text);
    return reply(talk, added, talk.html("watch.added", Map.of("what", text)), wanted.carried(text));
  }

  /**
   * Watches an entity.
   *
   * @param typed the words it was recognised in, which are offered instead; empty for none
   */
  private List<Reply> watch(Talk talk, Entity entity, String typed) {
    Meaning.Wanted wanted = Meaning.entity(entity);
    Added added = add(talk, wanted, typed);
    String html =
        talk.html(
            "watch.added.entity",
            Map.of(
                "what",
                entity.name(talk.language()),
                "group",
                talk.html("group." + entity.group())));
    if (typed.isEmpty() || added.watch().isEmpty()) {
      return reply(talk, added, html, wanted.canonical());
    }
    Keyboard keyboard = keyboard(talk, added.watch().get(), wanted.canonical());
    keyboard.row(
        talk.button(
            "button.words", carried.tap(talk, typed, Tap.Kind.WORDS, added.watch().get().id())));
    return talk.show(html + paused(talk), keyboard);
  }

  /**
   * The words as typed, instead of the entity they name; beside it where its watch has a record by
   * now, which would be lost.
   */
  List<Reply> words(Talk talk, long watchId, String text) {
    if (!(Meaning.literal(text, catalogue()) instanceof Meaning.Wanted wanted)) {
      return talk.toast(talk.phrases().plain("press.old"));
    }
    boolean replaces =
        !desk.watches().hitsSince(talk.chat().id(), Instant.EPOCH).containsKey(watchId)
            && desk.watches().remove(talk.chat().id(), watchId);
    if (replaces) {
      desk.matcher().remove(watchId);
    }
    Added added = add(talk, wanted, text);
    String key = replaces ? "watch.replaced" : "watch.added";
    return reply(talk, added, talk.html(key, Map.of("what", text)), wanted.carried(text));
  }

  /** What became of adding one: there, there before, or not for want of room. */
  record Added(Optional<Watch> watch, Optional<Watch> before) {}

  /** Adds a watch and tells the matcher. */
  Added add(Talk talk, Meaning.Wanted wanted, String typed) {
    List<Watch> all = desk.watches().of(talk.chat().id());
    Optional<Watch> before =
        all.stream().filter(watch -> watch.query().equals(wanted.canonical())).findFirst();
    if (before.isPresent() || all.size() >= MAX_WATCHES) {
      return new Added(Optional.empty(), before);
    }
    String label = wanted.label(catalogue(), talk.language(), typed);
    Optional<Watch> added =
        desk.watches().add(talk.chat().id(), wanted.canonical(), label, talk.now());
    added.ifPresent(desk.matcher()::add);
    return new Added(added, Optional.empty());
  }

  private List<Reply> reply(Talk talk, Added added, String html, String query) {
    if (added.watch().isPresent()) {
      return talk.show(html + paused(talk), keyboard(talk, added.watch().get(), query));
    }
    String why =
        added
            .before()
            .map(watch -> talk.html("watch.exists", Map.of("what", watch.label())))
            .orElseGet(() -> talk.html("watch.full", Map.of("n", MAX_WATCHES)));
    return talk.show(why, new Keyboard().row(talk.run(Verb.WATCHES)));
  }

  private Keyboard keyboard(Talk talk, Watch watch, String query) {
    return new Keyboard()
        .row(
            talk.button("button.try", carried.tap(talk, query, Tap.Kind.TRY)),
            talk.button("button.undo", Tap.of(Tap.Kind.REMOVE, watch.id(), 0)))
        .row(talk.run(Verb.WATCHES), talk.run(Verb.ENTITIES));
  }

  /** A reminder where alerts are stopped; else empty. */
  static String paused(Talk talk) {
    return talk.chat().state() == Chat.State.PAUSED ? "\n\n" + talk.html("watch.paused") : "";
  }
}
