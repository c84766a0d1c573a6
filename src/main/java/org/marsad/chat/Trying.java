package org.marsad.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.Times;
import org.marsad.archive.DryRun;
import org.marsad.archive.Found;
import org.marsad.entity.Catalogue;
import org.marsad.watch.Watch;

/** Dry runs. */
final class Trying {
  /** Days that a dry run looks back. */
  static final int WEEK = 7;

  private final Desk desk;
  private final Carried carried;

  Trying(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
  }

  private Catalogue catalogue() {
    return desk.matcher().catalogue();
  }

  /** How many alerts a day a text would have brought in the last week, with samples. */
  List<Reply> test(Talk talk, String text) {
    Optional<Watch> own = desk.own(talk.chat(), text);
    if (own.isPresent()) {
      return testLiterally(talk, own.get().query());
    }
    Meaning meaning = Meaning.of(text, catalogue());
    if (meaning instanceof Meaning.Named named) {
      return named.entities().size() == 1
          ? test(talk, Meaning.entity(named.entities().get(0)), text)
          : Choosing.of(talk, carried, named.entities(), text, Tap.Kind.TRY);
    }
    return meaning instanceof Meaning.Refused refused
        ? Refusal.of(talk, carried, text, refused)
        : test(talk, (Meaning.Wanted) meaning, text);
  }

  /** The same for a text as it stands. */
  List<Reply> testLiterally(Talk talk, String text) {
    Meaning meaning = Meaning.literal(text, catalogue());
    return meaning instanceof Meaning.Refused refused
        ? Refusal.of(talk, carried, text, refused)
        : test(talk, (Meaning.Wanted) meaning, text);
  }

  private List<Reply> test(Talk talk, Meaning.Wanted wanted, String typed) {
    DryRun run = run(talk, wanted);
    String label = desk.label(talk, wanted, typed);
    List<String> lines = new ArrayList<>();
    lines.add(talk.html("try.title", Map.of("what", label)));
    if (desk.archive().isEmpty()) {
      lines.add(talk.html("try.stored"));
    } else {
      addFigures(talk, run, lines);
    }
    String carries = wanted.carried(typed);
    Keyboard keyboard =
        new Keyboard()
            .row(
                talk.button("button.follow", label, carried.tap(talk, carries, Tap.Kind.ADD)),
                talk.button("button.search", carried.tap(talk, carries, Tap.Kind.SEARCH)));
    return talk.say(String.join("\n", lines), keyboard);
  }

  /** The query tried on the last week of the sources the chat hears. */
  DryRun run(Talk talk, Meaning.Wanted wanted) {
    return desk.archive().tryOut(wanted.query(), desk.heardBy(talk.chat()), Duration.ofDays(WEEK));
  }

  private static void addFigures(Talk talk, DryRun run, List<String> lines) {
    Markup hits = hits(talk, run);
    lines.add(
        run.hits() == 0
            ? talk.html("try.none", Map.of("hits", hits))
            : talk.html("try.hits", Map.of("hits", hits, "n", run.perDay())));
    if (!run.isComplete()) {
      lines.add(talk.html("archive.incomplete"));
    } else if (run.isCutShort()) {
      lines.add(talk.html("try.newest"));
    } else if (run.days() < WEEK) {
      lines.add(talk.html("try.young", Map.of("span", span(talk, run))));
    }
    if (run.hits() > 0) {
      lines.add("\n" + talk.html("try.samples", Map.of("n", run.hits())));
    }
    for (Found found : run.newest()) {
      String ago = Times.ago(talk.language(), found.item().seenAt(), talk.now());
      lines.add(ItemLine.of(talk, found, ago));
    }
  }

  /** How many items matched, and in how many days. */
  static Markup hits(Talk talk, DryRun run) {
    return new Markup(talk.html("hits", Map.of("n", run.hits(), "span", span(talk, run))));
  }

  private static Markup span(Talk talk, DryRun run) {
    return new Markup(talk.html("span", Map.of("n", run.days())));
  }
}
