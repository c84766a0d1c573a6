package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.feed.Feed;
import org.marsad.text.Cut;
import org.marsad.text.Marked;
import org.marsad.watch.OwnEntity;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.Watch;

/** Changes a watch so that it finds less, one part at a time, and undoes that. */
final class Narrowing {
  private static final String NOT_FROM = "narrow.not.from";

  private final Desk desk;

  Narrowing(Desk desk) {
    this.desk = desk;
  }

  /** Items with this word satisfy the watch no more. */
  List<Reply> without(Talk talk, long watchId, String word) {
    return change(
        talk, watchId, new Change(Query.not(Query.keyword(word)), "narrow.without", word));
  }

  /** Only items with this word satisfy the watch; a word of several, where there are some. */
  List<Reply> with(Talk talk, long watchId, String word) {
    return change(talk, watchId, new Change(Query.keyword(word), "narrow.with", word));
  }

  /** Items of this one source satisfy the watch no more; its title may be another's too. */
  List<Reply> notFrom(Talk talk, long watchId, long feedId) {
    Optional<Feed> feed = desk.heardBy(talk.chat(), feedId);
    return feed.isEmpty()
        ? talk.toast(talk.phrases().plain("press.old"))
        : change(
            talk,
            watchId,
            new Change(
                Query.not(new Query.FromSource(feed.get().url().toString())),
                NOT_FROM,
                feed.get().title()));
  }

  /** Asks for the word that must stand in the item. */
  List<Reply> ask(Talk talk, long watchId) {
    Optional<Watch> watch = desk.watches().find(talk.chat().id(), watchId);
    if (watch.isEmpty()) {
      return talk.toast(talk.phrases().plain("remove.gone"));
    }
    if (talk.isChannel()) {
      return talk.say(talk.html("narrow.in.channel"));
    }
    String detail = Long.toString(watchId);
    desk.conversations()
        .ask(talk.chat().id(), talk.userId(), Question.MUST_HAVE, detail, talk.now());
    String html = talk.html("ask.MUST_HAVE", Map.of("what", watch.get().label()));
    return talk.say(
        talk.isGroup() ? html + "\n\n" + talk.html("ask.in.group") : html,
        new Keyboard().row(talk.button("button.cancel", Tap.of(Tap.Kind.CANCEL))));
  }

  /** Takes the word; one that cannot be looked for leaves the question open. */
  List<Reply> answer(Talk talk, String text) {
    Query.Words words = new Query.Words(text, Query.Form.ANY_FORM);
    Optional<String> refusal = Description.refusal(talk, text, words);
    if (refusal.isPresent()) {
      return talk.say("⚠️ " + refusal.get());
    }
    String detail = desk.conversations().detail(talk.chat().id(), talk.userId());
    desk.conversations().end(talk.chat().id(), talk.userId());
    return with(talk, Tap.of(Tap.Kind.WITH_ASKED, detail).number(0), text);
  }

  /** One more part of a query, the phrase for what it does, and what it is about. */
  private record Change(Query part, String key, String what) {}

  private List<Reply> change(Talk talk, long watchId, Change change) {
    Optional<Watch> before = desk.watches().find(talk.chat().id(), watchId);
    if (before.isEmpty()) {
      return talk.toast(talk.phrases().plain("remove.gone"));
    }
    Watch watch = before.get();
    Optional<String> query = narrowed(watch, change.part());
    if (query.isEmpty() || query.get().equals(watch.query())) {
      String why = query.isEmpty() ? "narrow.large" : "narrow.already";
      return talk.toast(talk.phrases().plain(why));
    }
    String label = label(talk, watch, query.get(), change);
    Optional<Watch> after = desk.watches().change(watch, query.get(), label, talk.now());
    if (after.isEmpty()) {
      return talk.toast(talk.phrases().plain("narrow.same"));
    }
    desk.matcher().add(after.get());
    long edit = desk.feedback().edited(watch, query.get(), talk.now());
    return talk.say(
        talk.html(
            change.key(),
            Map.of("watch", watch.label(), "what", change.what(), "query", query.get())),
        new Keyboard()
            .row(
                talk.button("button.undo", Tap.of(Tap.Kind.AS_BEFORE, edit)),
                talk.run(Verb.WATCHES)));
  }

  /** The watch's query with one more part; empty if it is more than can be kept. */
  private Optional<String> narrowed(Watch watch, Query part) {
    if (!(Meaning.literal(watch.query(), desk.matcher().catalogue())
        instanceof Meaning.Wanted wanted)) {
      return Optional.empty();
    }
    boolean own = desk.watches().ownOf(watch.chatId()).contains(watch.id());
    Optional<OwnEntity> bare =
        own && part instanceof Query.Words
            ? OwnEntity.of(wanted.query()).filter(entity -> entity.contexts().isEmpty())
            : Optional.empty();
    Query narrowed =
        bare.map(entity -> entity.withContext((Query.Words) part).query())
            .orElseGet(() -> Query.all(List.of(wanted.query(), part)));
    String canonical = QueryParser.print(narrowed);
    return QueryParser.parse(canonical, desk.matcher().catalogue()) instanceof QueryParser.Parsed.Ok
        ? Optional.of(canonical)
        : Optional.empty();
  }

  /**
   * A name stays; where the watch was called by its query, it is called by the new one, a source in
   * that by its title.
   */
  private String label(Talk talk, Watch watch, String query, Change change) {
    boolean called =
        Meaning.literal(watch.label(), desk.matcher().catalogue()) instanceof Meaning.Wanted wanted
            && wanted.canonical().equals(watch.query());
    if (!called) {
      return watch.label();
    }
    Map<String, String> parts = Map.of("what", watch.label(), "source", change.what());
    return change.key().equals(NOT_FROM)
        ? Cut.atWord(
            Marked.line(talk.phrases().plain("narrow.label.not.from", parts)),
            QueryParser.MAX_STORED_CHARS)
        : query;
  }

  /** Makes a watch again what it was before a change, if it was not changed since. */
  List<Reply> undo(Talk talk, long editId) {
    Optional<Feedback.Edit> edit = desk.feedback().edit(talk.chat().id(), editId);
    Optional<Watch> watch =
        edit.flatMap(one -> desk.watches().find(talk.chat().id(), one.watchId()))
            .filter(now -> now.query().equals(edit.orElseThrow().after()));
    Optional<Watch> undone =
        watch.flatMap(
            now -> {
              Feedback.Edit made = edit.orElseThrow();
              return desk.watches().change(now, made.query(), made.label(), talk.now());
            });
    if (undone.isEmpty()) {
      return talk.toast(talk.phrases().plain("narrow.cannot.undo"));
    }
    desk.matcher().add(undone.get());
    return talk.show(
        talk.html("narrow.undone", Map.of("what", undone.get().label())),
        new Keyboard().row(talk.run(Verb.WATCHES)));
  }
}
