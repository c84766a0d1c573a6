package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alert.ItemText;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.Times;
import org.marsad.entity.Catalogue;

/** Dry runs. */
final class Trying {
  private static final int MAX_EXCERPT = 160;

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
    DryRun run = DryRun.of(desk, talk, wanted.query());
    String label = wanted.label(catalogue(), talk.language(), typed);
    List<String> lines = new ArrayList<>();
    lines.add(talk.html("try.title", Map.of("what", label)));
    if (run.tried() == 0) {
      lines.add(talk.html("try.stored", Map.of("n", 0)));
    } else {
      addFigures(talk, run, lines);
    }
    Keyboard keyboard =
        new Keyboard()
            .row(
                talk.button(
                    "button.follow",
                    label,
                    carried.tap(talk, wanted.carried(typed), Tap.Kind.ADD)));
    return talk.say(String.join("\n", lines), keyboard);
  }

  private static void addFigures(Talk talk, DryRun run, List<String> lines) {
    Markup hits = hits(talk, run);
    lines.add(
        run.hits() == 0
            ? talk.html("try.none", Map.of("hits", hits))
            : talk.html("try.hits", Map.of("hits", hits, "n", run.perDay())));
    if (run.limited()) {
      lines.add(talk.html("try.newest", Map.of("n", run.tried())));
    } else if (run.days() < DryRun.WEEK) {
      lines.add(talk.html("try.young", Map.of("span", span(talk, run))));
    }
    if (run.hits() > 0) {
      lines.add("\n" + talk.html("try.samples", Map.of("n", run.hits())));
    }
    run.samples().forEach(sample -> lines.add(sample(talk, sample)));
  }

  /** One match: its headline if the hit stands there, and else its sentence too. */
  private static String sample(Talk talk, DryRun.Sample sample) {
    ItemText item = new ItemText(talk.language(), sample.item(), sample.places());
    String line =
        talk.html(
            "try.sample",
            Map.of(
                "title",
                new Markup(item.title("b")),
                "outlet",
                sample.outlet(),
                "ago",
                Times.ago(talk.language(), sample.item().seenAt(), talk.now())));
    String sentence = item.isHitInTitle() ? "" : item.excerpt(MAX_EXCERPT).orElse("");
    return sentence.isEmpty() ? line : line + "\n<blockquote>" + sentence + "</blockquote>";
  }

  /** How many items matched, and in how many days. */
  static Markup hits(Talk talk, DryRun run) {
    return new Markup(talk.html("hits", Map.of("n", run.hits(), "span", span(talk, run))));
  }

  private static Markup span(Talk talk, DryRun run) {
    return new Markup(talk.html("span", Map.of("n", run.days())));
  }
}
