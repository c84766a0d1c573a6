package org.marsad.chat;

import java.util.List;
import java.util.Map;
import org.marsad.alert.Button;
import org.marsad.entity.Entity;

/** Asks which of several entities of one name is meant. Pure functions. */
final class Choosing {
  private Choosing() {}

  /** A button for each of them and one for the words themselves. */
  static List<Reply> of(
      Talk talk, Carried carried, List<Entity> entities, String text, Tap.Kind does) {
    List<Button> buttons =
        entities.stream()
            .map(
                entity ->
                    talk.button(
                        does == Tap.Kind.ADD ? "button.follow.entity" : "button.entity",
                        entity.name(talk.language()),
                        carried.tap(talk, Meaning.entity(entity).canonical(), does)))
            .toList();
    Keyboard keyboard =
        new Keyboard()
            .grid(buttons, 1)
            .row(talk.button("button.words", carried.tap(talk, text, does)));
    return talk.say(talk.html("watch.which", Map.of("what", Talk.echo(text))), keyboard);
  }
}
