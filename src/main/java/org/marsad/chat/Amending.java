package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Button;
import org.marsad.text.Cut;
import org.marsad.watch.OwnEntity;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.Watch;

/** Shows the names of an own entity, and adds and removes them. */
final class Amending {
  private static final int MAX_LABEL = 30;
  private static final String NAME = "name";

  private final Desk desk;
  private final Describing describing;
  private final Listing listing;

  Amending(Desk desk, Describing describing, Listing listing) {
    this.desk = desk;
    this.describing = describing;
    this.listing = listing;
  }

  /** Its names and context words, with a button to remove each; a last name has none. */
  List<Reply> show(Talk talk, long watchId, int page, String toast) {
    Optional<Watch> watch = listing.find(talk, watchId);
    Optional<OwnEntity> entity = watch.flatMap(this::entity);
    if (entity.isEmpty()) {
      return listing.gone(talk, page);
    }
    List<Query> parts = new ArrayList<>();
    if (entity.get().names().size() > 1) {
      parts.addAll(entity.get().names());
    }
    parts.addAll(entity.get().contexts());
    parts.addAll(entity.get().others());
    List<Button> buttons =
        parts.stream()
            .map(
                part ->
                    Button.callback(
                        "✖ " + Cut.atWord(label(part), MAX_LABEL),
                        Tap.of(Tap.Kind.OWN_DROP, watchId, page, token(part)).data()))
            .toList();
    Keyboard keyboard =
        new Keyboard()
            .pairs(buttons)
            .row(
                talk.button("button.add.name", Tap.of(Tap.Kind.OWN_ADD, watchId, NAME)),
                talk.button("button.add.context", Tap.of(Tap.Kind.OWN_ADD, watchId, "context")))
            .row(talk.button("button.back", Tap.of(Tap.Kind.WATCH, watchId, page)));
    String html =
        talk.html("own.draft", Map.of("name", watch.orElseThrow().label()))
            + "\n"
            + Description.lines(talk, entity.get())
            + "\n\n"
            + talk.html("own.edit");
    return talk.show(html, keyboard, toast);
  }

  private Optional<OwnEntity> entity(Watch watch) {
    return Draft.entity(watch.query(), desk.matcher().catalogue());
  }

  private static String label(Query part) {
    return part instanceof Query.Words words ? Description.shown(words) : QueryParser.print(part);
  }

  /** Tells a part from the others though it may be longer than a button's data. */
  private static String token(Query part) {
    return Integer.toHexString(QueryParser.print(part).hashCode());
  }

  /** Asks for one more. */
  List<Reply> add(Talk talk, long watchId, String what) {
    Optional<Watch> watch = listing.find(talk, watchId);
    Optional<OwnEntity> entity = watch.flatMap(this::entity);
    return entity.isEmpty()
        ? listing.gone(talk, 0)
        : talk.isChannel()
            ? talk.say(talk.html("own.in.channel"))
            : describing.more(talk, watch.orElseThrow(), entity.get(), what.equals(NAME));
  }

  /** Removes a part. */
  List<Reply> drop(Talk talk, long watchId, int page, String token) {
    Optional<OwnEntity> entity = listing.find(talk, watchId).flatMap(this::entity);
    Optional<Query> part = entity.flatMap(one -> part(one, token));
    if (part.isEmpty()) {
      return show(talk, watchId, page, "");
    }
    boolean changed =
        describing.change(talk, watchId, entity.orElseThrow().without(part.get())).isPresent();
    String key = changed ? "own.dropped" : "own.same";
    return show(talk, watchId, page, talk.phrases().plain(key, Map.of("what", label(part.get()))));
  }

  private static Optional<Query> part(OwnEntity entity, String token) {
    List<Query> parts = new ArrayList<>(entity.names());
    parts.addAll(entity.contexts());
    parts.addAll(entity.others());
    return parts.stream().filter(part -> token(part).equals(token)).findFirst();
  }
}
