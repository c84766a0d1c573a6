package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.alert.Phrases.Markup;
import org.marsad.watch.OwnEntity;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.Watch;

/**
 * Lets a chat describe an entity of its own, a line at a time: its name, other names, context
 * words. Nothing is stored before the last step.
 */
final class Describing {
  private static final Set<String> DONE = Set.of("تم", "تمت", "انتهيت", "done", "finish", "ok");

  private final Desk desk;
  private final Carried carried;
  private final Trying trying;

  Describing(Desk desk, Carried carried, Trying trying) {
    this.desk = desk;
    this.carried = carried;
    this.trying = trying;
  }

  /** Asks for the name of a new one. */
  List<Reply> begin(Talk talk) {
    if (talk.isChannel()) {
      return talk.say(talk.html("own.in.channel"));
    }
    Optional<String> full = full(talk);
    return full.isPresent()
        ? talk.say(full.get(), new Keyboard().row(talk.run(Verb.WATCHES)))
        : ask(talk, Question.OWN_NAME, "", talk.html("ask.OWN_NAME"));
  }

  private Optional<String> full(Talk talk) {
    if (desk.watches().ownOf(talk.chat().id()).size() >= Description.MAX_ENTITIES) {
      return Optional.of(talk.html("own.full", Map.of("n", Description.MAX_ENTITIES)));
    }
    return desk.watches().of(talk.chat().id()).size() >= Watching.MAX_WATCHES
        ? Optional.of(talk.html("watch.full", Map.of("n", Watching.MAX_WATCHES)))
        : Optional.empty();
  }

  /** Asks for one more name, or context word, of a stored one. */
  List<Reply> more(Talk talk, Watch watch, OwnEntity entity, boolean name) {
    Draft draft = new Draft(watch.id(), watch.label(), entity);
    return step(talk, name ? Question.OWN_ALIAS : Question.OWN_CONTEXT, draft, "");
  }

  /** Takes a line. */
  List<Reply> answer(Talk talk, Question question, String text) {
    if (question == Question.OWN_NAME) {
      return name(talk, text);
    }
    Optional<Draft> draft = draft(talk);
    if (draft.isEmpty()) {
      return begin(talk);
    }
    return DONE.contains(Spelling.folded(text))
        ? next(talk, question, draft.get())
        : add(talk, question, draft.get(), text);
  }

  private Optional<Draft> draft(Talk talk) {
    return Draft.read(
        desk.conversations().detail(talk.chat().id(), talk.userId()), desk.matcher().catalogue());
  }

  private List<Reply> name(Talk talk, String text) {
    Query.Words words = OwnEntity.name(text);
    Optional<String> refusal = Description.refusal(talk, text, words);
    if (refusal.isPresent()) {
      return refused(talk, Question.OWN_NAME, refusal.get());
    }
    Draft draft = new Draft(0, words.text(), OwnEntity.named(text));
    return step(talk, Question.OWN_ALIAS, draft, "");
  }

  private List<Reply> add(Talk talk, Question question, Draft draft, String text) {
    boolean name = question == Question.OWN_ALIAS;
    Query.Words words = name ? OwnEntity.name(text) : new Query.Words(text, Query.Form.ANY_FORM);
    Optional<String> refusal = Description.refusal(talk, text, words, draft.entity());
    if (refusal.isPresent()) {
      return refused(talk, question, refusal.get());
    }
    OwnEntity longer = name ? draft.entity().withName(words) : draft.entity().withContext(words);
    if (draft.watchId() != 0 && change(talk, draft.watchId(), longer).isEmpty()) {
      return gone(talk);
    }
    return step(talk, question, draft.with(longer), "✅ ");
  }

  private List<Reply> refused(Talk talk, Question question, String why) {
    return talk.say("⚠️ " + why, buttons(talk, question));
  }

  /** The question stays open until it is answered with "done". */
  private List<Reply> step(Talk talk, Question question, Draft draft, String sign) {
    String html =
        sign
            + talk.html("own.draft", Map.of("name", draft.name()))
            + "\n"
            + Description.lines(talk, draft.entity())
            + "\n\n"
            + talk.html("ask." + question);
    return ask(talk, question, draft.written(), html);
  }

  private List<Reply> ask(Talk talk, Question question, String detail, String html) {
    desk.conversations().ask(talk.chat().id(), talk.userId(), question, detail, talk.now());
    String all = talk.isGroup() ? html + "\n\n" + talk.html("ask.in.group") : html;
    return talk.say(all, buttons(talk, question));
  }

  private static Keyboard buttons(Talk talk, Question question) {
    return question == Question.OWN_NAME
        ? new Keyboard().row(talk.button("button.cancel", Tap.of(Tap.Kind.CANCEL)))
        : new Keyboard()
            .row(
                talk.button("button.done", Tap.of(Tap.Kind.OWN_DONE)),
                talk.button("button.cancel", Tap.of(Tap.Kind.CANCEL)));
  }

  /** The button "done": as if the word had been typed. */
  List<Reply> done(Talk talk) {
    Optional<Question> open =
        desk.conversations().open(talk.chat().id(), talk.userId(), talk.now());
    Optional<Draft> draft = open.flatMap(question -> draft(talk));
    return draft.isPresent()
        ? next(talk, open.orElseThrow(), draft.get())
        : talk.toast(talk.phrases().plain("press.old"));
  }

  private List<Reply> next(Talk talk, Question question, Draft draft) {
    if (draft.watchId() == 0 && question == Question.OWN_ALIAS) {
      return step(talk, Question.OWN_CONTEXT, draft, "");
    }
    desk.conversations().end(talk.chat().id(), talk.userId());
    return draft.watchId() == 0 ? store(talk, draft) : stored(talk, draft.watchId(), draft);
  }

  private List<Reply> store(Talk talk, Draft draft) {
    Optional<String> full = full(talk);
    if (full.isPresent()) {
      return talk.say(full.get(), new Keyboard().row(talk.run(Verb.WATCHES)));
    }
    String query = QueryParser.print(draft.entity().query());
    Optional<Watch> added =
        desk.watches().addOwn(talk.chat().id(), query, draft.name(), talk.now());
    added.ifPresent(desk.matcher()::add);
    return added.isPresent()
        ? stored(talk, added.get().id(), draft)
        : talk.say(
            talk.html("watch.exists", Map.of("what", draft.name())),
            new Keyboard().row(talk.run(Verb.WATCHES)));
  }

  private List<Reply> stored(Talk talk, long watchId, Draft draft) {
    Query query = draft.entity().query();
    String canonical = QueryParser.print(query);
    Markup hits = Trying.hits(talk, trying.run(talk, new Meaning.Wanted(query, canonical)));
    String html =
        talk.html("own.stored", Map.of("name", draft.name(), "hits", hits))
            + "\n"
            + Description.lines(talk, draft.entity())
            + Watching.paused(talk);
    return talk.say(
        html,
        new Keyboard()
            .row(
                talk.button("button.try", carried.tap(talk, canonical, Tap.Kind.TRY)),
                talk.button("button.edit", Tap.of(Tap.Kind.OWN, watchId, 0)))
            .row(talk.run(Verb.WATCHES)));
  }

  /** Gives an own entity's watch other names; empty if it is gone or another watch has them. */
  Optional<Watch> change(Talk talk, long watchId, OwnEntity entity) {
    Optional<Watch> changed =
        desk.watches()
            .find(talk.chat().id(), watchId)
            .flatMap(
                watch ->
                    desk.watches()
                        .change(
                            watch, QueryParser.print(entity.query()), watch.label(), talk.now()));
    changed.ifPresent(desk.matcher()::add);
    return changed;
  }

  private List<Reply> gone(Talk talk) {
    desk.conversations().end(talk.chat().id(), talk.userId());
    return talk.say(talk.phrases().html("remove.gone"), new Keyboard().row(talk.run(Verb.WATCHES)));
  }
}
