package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marsad.alert.Alert;
import org.marsad.alert.Button;
import org.marsad.alert.Past;
import org.marsad.text.Cut;
import org.marsad.watch.Watch;

/**
 * An alert was not meant: that is written down, and changes of its watches are proposed, a tap
 * each. Nothing changes by itself.
 */
final class Doubting {
  private static final int MAX_WATCHES = 3;
  private static final int MAX_WORDS = 3;

  /** Of a watch's name behind what a button is about: with that it is still read on a phone. */
  private static final int MAX_WATCH = 20;

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
      String of = several ? Cut.atWord(watch.label(), MAX_WATCH) : "";
      keyboard.pairs(
          proposals(talk, alert, one, watch).map(each -> each.button(talk, of)).toList());
    }
    String ask =
        several
            ? talk.html("doubt.propose.several")
            : talk.html("doubt.propose", Map.of("what", found.get(0).label()));
    return talk.say(talk.html("doubt.noted") + "\n" + ask, keyboard);
  }

  /** A change of a watch: what its button says, about what, and does. */
  private record Proposal(String key, String what, Tap tap) {
    /** The button, which names its watch behind what it is about, where there are several. */
    private Button button(Talk talk, String of) {
      Button alone = talk.button(key, what, tap);
      return of.isEmpty()
          ? alone
          : talk.button("button.of", Map.of("button", alone.label(), "of", of), tap);
    }
  }

  private Stream<Proposal> proposals(Talk talk, Alert alert, Alert.Found found, Watch watch) {
    List<String> beside = TellingWords.beside(alert.item(), found.places(), MAX_WORDS);
    List<String> meant = desk.feedback().meant(watch.id(), talk.chat().id());
    List<String> shared = TellingWords.shared(meant, alert.item(), watch.query(), MAX_WORDS);
    long source = alert.item().feedId();
    return Stream.of(
            beside.stream()
                .filter(word -> fits(Tap.Kind.WITHOUT, watch, word))
                .map(
                    word ->
                        new Proposal(
                            "button.without",
                            "-" + word,
                            Tap.of(Tap.Kind.WITHOUT, watch.id(), word))),
            shared.stream()
                .filter(word -> fits(Tap.Kind.WITH, watch, word))
                .map(
                    word ->
                        new Proposal("button.with", word, Tap.of(Tap.Kind.WITH, watch.id(), word))),
            Stream.of(
                new Proposal("button.with.asked", "", Tap.of(Tap.Kind.WITH_ASKED, watch.id()))),
            desk.heardBy(talk.chat(), source).stream()
                .map(
                    feed ->
                        new Proposal(
                            "button.not.from",
                            alert.outlet(),
                            Tap.of(Tap.Kind.NOT_FROM, watch.id(), source))))
        .flatMap(each -> each);
  }

  private static boolean fits(Tap.Kind does, Watch watch, String word) {
    return Tap.bytes(word) <= Tap.room(does, watch.id());
  }
}
