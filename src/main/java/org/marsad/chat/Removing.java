package org.marsad.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.marsad.alert.Button;
import org.marsad.text.Cut;
import org.marsad.watch.Watch;

/**
 * Removes watches: by button, by number, by text. What is lost is asked for; what is not, undone.
 */
final class Removing {

  private static final int MAX_LABEL = 40;

  private final Desk desk;
  private final Carried carried;
  private final Listing listing;

  Removing(Desk desk, Carried carried, Listing listing) {
    this.desk = desk;
    this.carried = carried;
    this.listing = listing;
  }

  /** Removes the watch a text means: the number in the list, or its words, or an entity's name. */
  List<Reply> remove(Talk talk, String text) {
    List<Watch> all = desk.watches().of(talk.chat().id());
    if (text.isBlank() || all.isEmpty()) {
      return listing.removals(talk);
    }
    List<Watch> meant = Pointing.at(all, text, desk.matcher().catalogue());
    if (meant.size() == 1) {
      return remove(talk, meant.get(0));
    }
    return meant.isEmpty() ? unknown(talk, text, all.size()) : which(talk, meant, text);
  }

  /** No such number, or no such words. */
  static String unknown(Talk talk, String key, String text, int all) {
    OptionalInt number = Pointing.number(text);
    return number.isPresent()
        ? talk.html("remove.number", Map.of("i", Integer.toString(number.getAsInt()), "n", all))
        : talk.html(key, Map.of("what", Talk.echo(text)));
  }

  private static List<Reply> unknown(Talk talk, String text, int all) {
    return talk.say(
        unknown(talk, "remove.unknown", text, all), new Keyboard().row(talk.run(Verb.WATCHES)));
  }

  private static List<Reply> which(Talk talk, List<Watch> meant, String text) {
    List<Button> buttons =
        meant.stream()
            .map(
                watch ->
                    Button.callback(
                        Cut.atWord(watch.label(), MAX_LABEL),
                        Tap.of(Tap.Kind.REMOVE, watch.id(), 0).data()))
            .toList();
    return talk.say(
        talk.html("remove.which", Map.of("what", Talk.echo(text))),
        new Keyboard().grid(buttons, 1));
  }

  /** A button: removes at once what has no record yet, and asks first where that would be lost. */
  List<Reply> remove(Talk talk, long watchId, int page) {
    Optional<Watch> found = listing.find(talk, watchId);
    return found.isEmpty() ? listing.gone(talk, page) : remove(talk, found.get());
  }

  private List<Reply> remove(Talk talk, Watch watch) {
    int record =
        desk.watches().hitsSince(talk.chat().id(), Instant.EPOCH).getOrDefault(watch.id(), 0);
    if (record == 0 && !isOwn(watch)) {
      return removed(talk, watch);
    }
    return talk.show(
        talk.html("remove.confirm", Map.of("what", watch.label(), "n", record)),
        new Keyboard()
            .row(
                talk.button("button.remove.yes", Tap.of(Tap.Kind.REMOVED, watch.id(), 0)),
                talk.button("button.back", Tap.of(Tap.Kind.WATCH, watch.id(), 0))));
  }

  private boolean isOwn(Watch watch) {
    return desk.watches().ownOf(watch.chatId()).contains(watch.id());
  }

  /** Removes for good, without asking. */
  List<Reply> removed(Talk talk, long watchId, int page) {
    Optional<Watch> found = listing.find(talk, watchId);
    return found.isEmpty() ? listing.gone(talk, page) : removed(talk, found.get());
  }

  private List<Reply> removed(Talk talk, Watch watch) {
    boolean own = isOwn(watch);
    desk.watches().remove(talk.chat().id(), watch.id());
    desk.matcher().remove(watch.id());
    Keyboard keyboard = new Keyboard();
    if (!own) {
      keyboard.row(talk.button("button.undo", carried.tap(talk, again(watch), Tap.Kind.ADD)));
    }
    return talk.show(
        talk.html("remove.done", Map.of("what", watch.label())),
        keyboard.row(talk.run(Verb.WATCHES)));
  }

  /** The text that makes the same watch again, with the same name. */
  private String again(Watch watch) {
    boolean labelMeansIt =
        Meaning.literal(watch.label(), desk.matcher().catalogue()) instanceof Meaning.Wanted wanted
            && wanted.canonical().equals(watch.query());
    return labelMeansIt ? watch.label() : watch.query();
  }
}
