package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Alert;
import org.marsad.alert.Button;
import org.marsad.alert.Past;
import org.marsad.watch.Watch;

/**
 * An alert was not meant: that is written down, and changes of its watches are proposed, a tap
 * each. Nothing changes by itself.
 */
final class Doubting {
  private static final int MAX_WATCHES = 3;
  private static final int MAX_WORDS = 3;

  private final Desk desk;

  Doubting(Desk desk) {
    this.desk = desk;
  }

  List<Reply> notMeant(Talk talk, long alertId) {
    Optional<Past.Told> told = desk.past().alert(talk.chat(), alertId);
    if (told.isEmpty()) {
      return talk.toast(talk.phrases().plain("why.gone"));
    }
    Alert alert = told.get().alert();
    desk.feedback().notMeant(talk.chat().id(), alert.item().id(), talk.userId(), talk.now());
    List<Alert.Found> found =
        alert.found().stream()
            .filter(one -> desk.watches().find(talk.chat().id(), one.watch()).isPresent())
            .limit(MAX_WATCHES)
            .toList();
    if (found.isEmpty()) {
      return talk.say(talk.html("doubt.noted"), new Keyboard().row(talk.run(Verb.WATCHES)));
    }
    Keyboard keyboard = new Keyboard();
    boolean several = found.size() > 1;
    for (Alert.Found one : found) {
      Watch watch = desk.watches().find(talk.chat().id(), one.watch()).orElseThrow();
      keyboard.pairs(proposals(talk, alert, one, watch, several));
    }
    List<String> lines = new ArrayList<>(List.of(talk.html("doubt.noted")));
    lines.add(talk.html("doubt.propose", Map.of("what", found.get(0).label())));
    return talk.say(String.join("\n", lines), keyboard);
  }

  /** Each button names its watch where there are several. */
  private List<Button> proposals(
      Talk talk, Alert alert, Alert.Found found, Watch watch, boolean several) {
    String of = several ? watch.label() + ": " : "";
    List<Button> buttons = new ArrayList<>();
    for (String word : TellingWords.beside(alert.item(), found.places(), MAX_WORDS)) {
      buttons.add(
          talk.button(
              "button.without", of + "-" + word, Tap.of(Tap.Kind.WITHOUT, watch.id(), word)));
    }
    List<String> meant = desk.feedback().meant(watch.id(), talk.chat().id());
    for (String word : TellingWords.shared(meant, alert.item(), watch.query(), MAX_WORDS)) {
      buttons.add(talk.button("button.with", of + word, Tap.of(Tap.Kind.WITH, watch.id(), word)));
    }
    buttons.add(
        talk.button(
            several ? "button.with.asked.of" : "button.with.asked",
            watch.label(),
            Tap.of(Tap.Kind.WITH_ASKED, watch.id())));
    buttons.add(
        talk.button(
            "button.not.from",
            of + alert.outlet(),
            Tap.of(Tap.Kind.NOT_FROM, watch.id(), alert.item().feedId())));
    return buttons;
  }
}
