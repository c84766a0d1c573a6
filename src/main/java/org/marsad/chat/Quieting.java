package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Button;
import org.marsad.alert.Habits.Habit;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.QuietHours;
import org.marsad.alert.Times;
import org.marsad.alert.TimesOfDay;

/** The chat's quiet hours. */
final class Quieting {
  private static final List<String> LIKELY = List.of("22:00 07:00", "23:00 08:00", "00:00 06:00");
  private static final List<String> NONE =
      List.of("لا", "بلا", "بدون", "إيقاف", "أوقف", "ألغ", "off", "none", "no");
  private static final String OFF = "off";
  private static final String URGENT = "urgent";

  private final Desk desk;

  Quieting(Desk desk) {
    this.desk = desk;
  }

  /** The command: sets the hours a text says, or shows them. */
  List<Reply> quiet(Talk talk, String text) {
    return text.isEmpty() ? show(talk, "") : answer(talk, text);
  }

  /** Whether a text says quiet hours, or that there are to be none. */
  static boolean isHours(String text) {
    return isOff(text) || QuietHours.read(text).isPresent();
  }

  private static boolean isOff(String text) {
    return NONE.stream().anyMatch(none -> Spelling.folded(none).equals(Spelling.folded(text)));
  }

  /** Sets the hours a text says; else says how they are written. */
  List<Reply> answer(Talk talk, String text) {
    Optional<QuietHours> hours = QuietHours.read(text);
    if (isOff(text)) {
      desk.manners().habits().quiet(talk.chat(), null, talk.now());
      return show(talk, "");
    }
    if (hours.isEmpty()) {
      return talk.say(talk.html("quiet.bad", Map.of("what", Talk.echo(text))));
    }
    desk.manners().habits().quiet(talk.chat(), hours.get(), talk.now());
    return show(talk, "");
  }

  /** A button: hours, "off", or "urgent", which turns the break-through on or off. */
  List<Reply> tapped(Talk talk, String value) {
    Habit habit = desk.manners().habits().of(talk.chat().id());
    if (value.equals(URGENT)) {
      desk.manners().habits().urgentBreaks(talk.chat(), !habit.urgentBreaks());
    } else if (value.equals(OFF)) {
      desk.manners().habits().quiet(talk.chat(), null, talk.now());
    } else {
      QuietHours.read(value)
          .ifPresent(hours -> desk.manners().habits().quiet(talk.chat(), hours, talk.now()));
    }
    return show(talk, talk.phrases().plain("settings.saved"));
  }

  private List<Reply> show(Talk talk, String toast) {
    Habit habit = desk.manners().habits().of(talk.chat().id());
    List<Button> choices =
        LIKELY.stream()
            .map(
                hours ->
                    Button.callback(
                        talk.phrases()
                            .plain("quiet.hours", times(QuietHours.read(hours).orElseThrow())),
                        Tap.of(Tap.Kind.QUIET, hours).data()))
            .toList();
    Keyboard keyboard =
        new Keyboard()
            .pairs(choices)
            .row(talk.button("button.other.hours", Tap.of(Tap.Kind.ASK, Question.QUIET)));
    if (habit.quiet() != null) {
      String breaks = habit.urgentBreaks() ? "button.urgent.waits" : "button.urgent.breaks";
      keyboard
          .row(talk.button(breaks, Tap.of(Tap.Kind.QUIET, URGENT)))
          .row(talk.button("button.quiet.off", Tap.of(Tap.Kind.QUIET, OFF)));
    }
    String time = Times.at(talk.language(), talk.chat().zone(), talk.now(), talk.now());
    String zone = ZoneNames.name(talk.chat().zone(), talk.language());
    return talk.show(
        words(talk, habit, habit.quiet())
            + "\n"
            + talk.html("quiet.zone", Map.of("zone", zone, "time", time)),
        keyboard,
        toast);
  }

  private static String words(Talk talk, Habit habit, @Nullable QuietHours hours) {
    return hours == null
        ? talk.html("quiet.none")
        : talk.html(
                "quiet.set", Map.of("hours", new Markup(talk.html("quiet.hours", times(hours)))))
            + " "
            + talk.html(habit.urgentBreaks() ? "quiet.urgent.breaks" : "quiet.urgent.waits");
  }

  private static Map<String, String> times(QuietHours hours) {
    return Map.of(
        "from",
        TimesOfDay.written(List.of(hours.from())),
        "to",
        TimesOfDay.written(List.of(hours.to())));
  }
}
