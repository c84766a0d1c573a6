package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Button;
import org.marsad.alert.Phrases.Markup;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.feed.TypedAddress;

/** Answers a text that is no command: it can be watched for, tried, or searched for. */
final class Offering {
  private final Desk desk;
  private final Carried carried;
  private final Trying trying;

  Offering(Desk desk, Carried carried, Trying trying) {
    this.desk = desk;
    this.carried = carried;
    this.trying = trying;
  }

  private Catalogue catalogue() {
    return desk.matcher().catalogue();
  }

  /** What can be done with a text that is no command. */
  List<Reply> offer(Talk talk, String text) {
    Meaning meaning = Meaning.of(text, catalogue());
    if (meaning instanceof Meaning.Refused refused) {
      return Refusal.of(talk, carried, text, refused);
    }
    return meaning instanceof Meaning.Named named
        ? offer(talk, named.entities(), text)
        : offer(talk, (Meaning.Wanted) meaning, text);
  }

  private List<Reply> offer(Talk talk, List<Entity> entities, String text) {
    List<String> lines = new ArrayList<>();
    Keyboard keyboard = new Keyboard();
    for (Entity entity : entities) {
      Meaning.Wanted wanted = Meaning.entity(entity);
      String name = entity.name(talk.language());
      String id = wanted.carried("");
      Map<String, Object> values =
          Map.of(
              "what",
              name,
              "group",
              talk.html("group." + entity.group()),
              "hits",
              Trying.hits(talk, trying.run(talk, wanted)));
      lines.add(talk.html("offer.entity", values));
      keyboard
          .row(talk.button("button.follow.entity", name, carried.tap(talk, id, Tap.Kind.ADD)))
          .row(lookBack(talk, id));
    }
    keyboard.row(talk.button("button.words", carried.tap(talk, text, Tap.Kind.ADD)));
    lines.add(talk.html("offer.ask"));
    return talk.say(String.join("\n\n", lines), keyboard);
  }

  private List<Reply> offer(Talk talk, Meaning.Wanted wanted, String text) {
    String label = wanted.label(catalogue(), talk.language(), text);
    Markup hits = Trying.hits(talk, trying.run(talk, wanted));
    Keyboard keyboard =
        new Keyboard()
            .row(talk.button("button.follow", label, carried.tap(talk, text, Tap.Kind.ADD)))
            .row(lookBack(talk, text));
    boolean address = isAddress(text);
    if (address) {
      keyboard.row(talk.button("button.add.address", carried.tap(talk, text, Tap.Kind.FOUND)));
    }
    return talk.say(
        talk.html("offer.words", Map.of("what", label, "hits", hits))
            + "\n\n"
            + talk.html(address ? "offer.address" : "offer.ask"),
        keyboard.row(talk.run(Verb.HELP)));
  }

  /** Whether a text looks like the address of a site: a number with a point does not. */
  private static boolean isAddress(String text) {
    return text.chars().noneMatch(Character::isWhitespace)
        && text.chars().anyMatch(Character::isLetter)
        && !TypedAddress.of(text).isEmpty();
  }

  /** What can be done with a text on the stored items. */
  private Button[] lookBack(Talk talk, String text) {
    return new Button[] {
      talk.button("button.try", carried.tap(talk, text, Tap.Kind.TRY)),
      talk.button("button.search", carried.tap(talk, text, Tap.Kind.SEARCH))
    };
  }
}
