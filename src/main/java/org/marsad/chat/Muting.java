package org.marsad.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Alert;
import org.marsad.alert.Button;
import org.marsad.alert.Mutes;
import org.marsad.alert.Past;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.Times;
import org.marsad.alert.TimesOfDay;
import org.marsad.feed.Feed;
import org.marsad.text.Cut;
import org.marsad.watch.Watch;

/** Mutes a watch, a source, a story or everything for a while. */
final class Muting {
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final int MAX_LABEL = 40;
  private static final int MAX_CHOICES = 12;
  private static final List<String> EVERYTHING = List.of("كل شيء", "الكل", "all", "everything");

  private static final String ALL = "ALL";
  private static final String WATCH = "WATCH";
  private static final String SOURCE = "SOURCE";
  private static final String STORY = "STORY";

  private final Desk desk;

  Muting(Desk desk) {
    this.desk = desk;
  }

  /** For how long. */
  enum Span {
    HOUR,
    EIGHT_HOURS,
    MORNING,
    EVER;

    /** When it is over; null for never. */
    @Nullable Instant end(Instant now, ZoneId zone) {
      return switch (this) {
        case HOUR -> now.plus(Duration.ofHours(1));
        case EIGHT_HOURS -> now.plus(Duration.ofHours(8));
        case MORNING -> TimesOfDay.next(List.of(Muting.MORNING), now, zone);
        case EVER -> null;
      };
    }

    static Optional<Span> named(String name) {
      return List.of(values()).stream().filter(span -> span.name().equals(name)).findFirst();
    }
  }

  /** The command: what a text names, or a choice. */
  List<Reply> mute(Talk talk, String text) {
    if (text.isEmpty()) {
      return choose(talk, 0);
    }
    if (EVERYTHING.stream().anyMatch(all -> Spelling.folded(all).equals(Spelling.folded(text)))) {
      return howLong(talk, ALL, 0);
    }
    List<Watch> all = desk.watches().of(talk.chat().id());
    List<Watch> meant = Pointing.at(all, text, desk.matcher().catalogue());
    if (meant.size() == 1) {
      return howLong(talk, WATCH, meant.get(0).id());
    }
    if (!meant.isEmpty()) {
      return choose(talk, meant.stream().limit(MAX_CHOICES).map(Muting::choice).toList());
    }
    return desk.heardBy(talk.chat()).stream()
        .filter(feed -> Spelling.folded(feed.title()).equals(Spelling.folded(text)))
        .findFirst()
        .map(feed -> howLong(talk, SOURCE, feed.id()))
        .orElseGet(() -> talk.say(Removing.unknown(talk, "mute.unknown", text, all.size())));
  }

  /** A page of the watches, and everything. */
  List<Reply> choose(Talk talk, int wanted) {
    Page<Watch> page = Page.of(desk.watches().of(talk.chat().id()), wanted);
    return talk.show(
        talk.html("mute.what") + page.footer(talk),
        new Keyboard()
            .pairs(page.items().stream().map(Muting::choice).toList())
            .grid(page.turns(talk, to -> Tap.of(Tap.Kind.TO_MUTE, to)), 2)
            .row(everything(talk)));
  }

  /** The button under an alert: its watches, its source, its story, everything. */
  List<Reply> of(Talk talk, long alertId) {
    Optional<Past.Told> told = desk.past().alert(talk.chat(), alertId);
    if (told.isEmpty()) {
      return talk.toast(talk.phrases().plain("why.gone"));
    }
    Alert alert = told.get().alert();
    List<Button> buttons = new ArrayList<>();
    alert.found().stream()
        .filter(found -> desk.watches().find(talk.chat().id(), found.watch()).isPresent())
        .limit(MAX_CHOICES)
        .forEach(found -> buttons.add(choice(found.label(), WATCH, found.watch())));
    desk.heardBy(talk.chat(), alert.item().feedId())
        .ifPresent(feed -> buttons.add(choice("📰 " + alert.outlet(), SOURCE, feed.id())));
    desk.past()
        .story(alert)
        .ifPresent(
            story ->
                buttons.add(talk.button("button.mute.story", Tap.of(Tap.Kind.MUTE, STORY, story))));
    return choose(talk, buttons);
  }

  private static Button choice(String label, String kind, long target) {
    return Button.callback(
        Cut.atWord(label, MAX_LABEL), Tap.of(Tap.Kind.MUTE, kind, target).data());
  }

  private static Button choice(Watch watch) {
    return choice(watch.label(), WATCH, watch.id());
  }

  private static Button everything(Talk talk) {
    return talk.button("button.mute.all", Tap.of(Tap.Kind.MUTE, ALL, 0));
  }

  private static List<Reply> choose(Talk talk, List<Button> buttons) {
    return talk.say(talk.html("mute.what"), new Keyboard().pairs(buttons).row(everything(talk)));
  }

  /** Asks for how long. */
  List<Reply> howLong(Talk talk, String kind, long target) {
    Optional<String> what = called(talk, kind, target);
    if (what.isEmpty()) {
      return talk.toast(talk.phrases().plain("press.old"));
    }
    List<Button> spans =
        List.of(Span.values()).stream()
            .map(
                span ->
                    talk.button(
                        "button.mute." + span, Tap.of(Tap.Kind.MUTE_FOR, kind, target, span)))
            .toList();
    return talk.show(
        talk.html("mute.how.long", Map.of("what", what.get())), new Keyboard().grid(spans, 2));
  }

  /** Mutes. */
  List<Reply> mute(Talk talk, String kind, long target, String span) {
    Optional<String> what = called(talk, kind, target);
    Optional<Span> known = Span.named(span);
    if (what.isEmpty() || known.isEmpty()) {
      return talk.toast(talk.phrases().plain("press.old"));
    }
    Instant until = known.get().end(talk.now(), talk.chat().zone());
    desk.manners().mutes().add(talk.chat().id(), Mutes.Kind.valueOf(kind), target, until);
    return talk.show(
        talk.html("mute.done", Map.of("what", what.get(), "until", until(talk, until))),
        new Keyboard().row(talk.run(Verb.UNMUTE)));
  }

  static Markup until(Talk talk, @Nullable Instant until) {
    return new Markup(
        until == null
            ? talk.html("mute.ever")
            : talk.html(
                "mute.until",
                Map.of("time", Times.at(talk.language(), talk.chat().zone(), until, talk.now()))));
  }

  /** What is muted is called; empty if there is no such thing. */
  Optional<String> called(Talk talk, String kind, long target) {
    return switch (kind) {
      case ALL -> Optional.of(talk.phrases().plain("mute.everything"));
      case WATCH -> desk.watches().find(talk.chat().id(), target).map(Watch::label);
      case STORY -> desk.past().headline(talk.chat().id(), target);
      case SOURCE -> desk.heardBy(talk.chat(), target).map(Feed::title);
      default -> Optional.empty();
    };
  }
}
