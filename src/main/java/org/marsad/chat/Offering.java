package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Phrases.Markup;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;

/** Answers a text that is no command: it can be watched for, or tried. */
final class Offering {
  private final Desk desk;
  private final Carried carried;

  Offering(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
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
      Map<String, Object> values =
          Map.of(
              "what",
              name,
              "group",
              talk.html("group." + entity.group()),
              "hits",
              Trying.hits(talk, DryRun.of(desk, talk, wanted.query())));
      lines.add(talk.html("offer.entity", values));
      keyboard.row(
          talk.button(
              "button.follow.entity", name, carried.tap(talk, wanted.carried(""), Tap.Kind.ADD)),
          talk.button("button.try", carried.tap(talk, wanted.carried(""), Tap.Kind.TRY)));
    }
    keyboard.row(talk.button("button.words", carried.tap(talk, text, Tap.Kind.ADD)));
    lines.add(talk.html("offer.ask"));
    return talk.say(String.join("\n\n", lines), keyboard);
  }

  private List<Reply> offer(Talk talk, Meaning.Wanted wanted, String text) {
    String label = wanted.label(catalogue(), talk.language(), text);
    Markup hits = Trying.hits(talk, DryRun.of(desk, talk, wanted.query()));
    Keyboard keyboard =
        new Keyboard()
            .row(
                talk.button("button.follow", label, carried.tap(talk, text, Tap.Kind.ADD)),
                talk.button("button.try", carried.tap(talk, text, Tap.Kind.TRY)))
            .row(talk.run(Verb.HELP));
    return talk.say(
        talk.html("offer.words", Map.of("what", label, "hits", hits))
            + "\n\n"
            + talk.html("offer.ask"),
        keyboard);
  }
}
