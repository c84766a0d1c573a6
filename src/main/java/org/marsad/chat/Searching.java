package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Button;
import org.marsad.alert.ItemText;
import org.marsad.alert.Times;
import org.marsad.archive.Found;
import org.marsad.archive.Results;
import org.marsad.archive.Turn;
import org.marsad.entity.Catalogue;
import org.marsad.watch.Watch;

/** Searches the stored items, a page at a time. */
final class Searching {
  private final Desk desk;
  private final Carried carried;

  Searching(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
  }

  private Catalogue catalogue() {
    return desk.matcher().catalogue();
  }

  /** The newest items that satisfy what a text says; a name of an entity means the entity. */
  List<Reply> search(Talk talk, String text) {
    Optional<Watch> own = desk.own(talk.chat(), text);
    if (own.isPresent()) {
      return searchLiterally(talk, own.get().query());
    }
    Meaning meaning = Meaning.of(text, catalogue());
    if (meaning instanceof Meaning.Named named) {
      return named.entities().size() == 1
          ? show(talk, Meaning.entity(named.entities().get(0)), text, Turn.NEWEST)
          : Choosing.of(talk, carried, named.entities(), text, Tap.Kind.SEARCH);
    }
    return page(talk, meaning, text, Turn.NEWEST);
  }

  /** The same for a text as it stands. */
  List<Reply> searchLiterally(Talk talk, String text) {
    return page(talk, Meaning.literal(text, catalogue()), text, Turn.NEWEST);
  }

  /** Another page, in place of the one whose button was pressed. */
  List<Reply> turn(Talk talk, Turn turn, String text) {
    return page(talk, Meaning.literal(text, catalogue()), text, turn);
  }

  private List<Reply> page(Talk talk, Meaning meaning, String text, Turn turn) {
    return meaning instanceof Meaning.Refused refused
        ? Refusal.of(talk, carried, text, refused)
        : show(talk, (Meaning.Wanted) meaning, text, turn);
  }

  private List<Reply> show(Talk talk, Meaning.Wanted wanted, String typed, Turn turn) {
    Results results = desk.archive().search(wanted.query(), desk.heardBy(talk.chat()), turn);
    String label = desk.label(talk, wanted, typed);
    List<String> lines = new ArrayList<>();
    lines.add(talk.html("search.title", Map.of("what", label)));
    if (!results.isComplete()) {
      lines.add(talk.html("archive.incomplete"));
    }
    if (results.found().isEmpty()) {
      lines.add(talk.html(results.older() == null ? "search.none" : "search.none.yet"));
    }
    results.found().forEach(found -> lines.add(line(talk, found)));
    String carries = wanted.carried(typed);
    Keyboard keyboard =
        new Keyboard()
            .grid(turns(talk, results, carries), 2)
            .row(
                talk.button("button.follow", label, carried.tap(talk, carries, Tap.Kind.ADD)),
                talk.button("button.try", carried.tap(talk, carries, Tap.Kind.TRY)));
    String html = String.join("\n\n", lines);
    return turn.equals(Turn.NEWEST) ? talk.say(html, keyboard) : talk.show(html, keyboard);
  }

  private static String line(Talk talk, Found found) {
    return ItemLine.of(
        talk,
        found,
        Times.at(talk.language(), talk.chat().zone(), ItemText.when(found.item()), talk.now()));
  }

  private List<Button> turns(Talk talk, Results results, String text) {
    List<Button> turns = new ArrayList<>();
    if (results.newer() != null) {
      turns.add(talk.button("button.newer", tap(talk, results.newer(), text)));
    }
    if (results.older() != null) {
      turns.add(talk.button("button.older", tap(talk, results.older(), text)));
    }
    return turns;
  }

  private Tap tap(Talk talk, Turn turn, String text) {
    return carried.tap(talk, text, turn.isOlder() ? Tap.Kind.OLDER : Tap.Kind.NEWER, turn.id());
  }
}
