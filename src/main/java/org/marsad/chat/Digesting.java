package org.marsad.chat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Button;
import org.marsad.alert.Habits.Habit;
import org.marsad.alert.Message;
import org.marsad.alert.Times;
import org.marsad.alert.TimesOfDay;

/** When the chat's digest comes, and one now. */
final class Digesting {
  private static final int MOST_TIMES = 6;
  private static final List<String> LIKELY = List.of("08:00", "08:00 20:00", "08:00 14:00 20:00");
  private static final String NOW = "now";
  private static final List<String> NOWS = List.of("الآن", "حالا", NOW);
  private static final String EMPTY = "empty";

  private final Desk desk;

  Digesting(Desk desk) {
    this.desk = desk;
  }

  /** The command: sets the times a text says, gives one now, or shows the times. */
  List<Reply> digest(Talk talk, String text) {
    if (NOWS.stream().anyMatch(now -> Spelling.folded(now).equals(Spelling.folded(text)))) {
      return tapped(talk, NOW);
    }
    return text.isEmpty() ? show(talk, "") : answer(talk, text);
  }

  /** Whether a text says times of a digest. */
  static boolean isTimes(String text) {
    int times = TimesOfDay.read(text).size();
    return times >= 1 && times <= MOST_TIMES;
  }

  /** Sets the times a text says; else says how they are written. */
  List<Reply> answer(Talk talk, String text) {
    if (!isTimes(text)) {
      return talk.say(talk.html("digest.bad", Map.of("what", Talk.echo(text), "n", MOST_TIMES)));
    }
    set(talk, TimesOfDay.read(text));
    return show(talk, "");
  }

  private void set(Talk talk, List<LocalTime> times) {
    boolean tellsEmpty = habit(talk).tellsEmpty();
    List<LocalTime> sorted = times.stream().distinct().sorted().toList();
    desk.manners().habits().digest(talk.chat(), sorted, tellsEmpty, talk.now());
  }

  private Habit habit(Talk talk) {
    return desk.manners().habits().of(talk.chat().id());
  }

  /** A button: times, "now", or "empty", which turns word of an empty digest on or off. */
  List<Reply> tapped(Talk talk, String value) {
    if (value.equals(NOW)) {
      boolean some = desk.manners().digests().tellNow(talk.chat(), talk.now()) > 0;
      return some
          ? talk.toast(talk.phrases().plain("digest.comes"))
          : talk.say(talk.html("digest.empty"));
    }
    if (value.equals(EMPTY)) {
      Habit habit = habit(talk);
      desk.manners()
          .habits()
          .digest(talk.chat(), habit.digestTimes(), !habit.tellsEmpty(), talk.now());
    } else if (isTimes(value)) {
      set(talk, TimesOfDay.read(value));
    }
    return show(talk, talk.phrases().plain("settings.saved"));
  }

  private List<Reply> show(Talk talk, String toast) {
    Habit habit = habit(talk);
    List<Button> choices =
        LIKELY.stream()
            .map(
                times ->
                    Button.callback(
                        times.replace(" ", " · "), Tap.of(Tap.Kind.DIGEST, times).data()))
            .toList();
    Keyboard keyboard =
        new Keyboard()
            .row(talk.button("button.digest.now", Tap.of(Tap.Kind.DIGEST, NOW)))
            .pairs(choices)
            .row(talk.button("button.other.times", Tap.of(Tap.Kind.ASK, Question.DIGEST)))
            .row(
                talk.button(
                    habit.tellsEmpty() ? "button.empty.off" : "button.empty.on",
                    Tap.of(Tap.Kind.DIGEST, EMPTY)));
    String time = Times.at(talk.language(), talk.chat().zone(), talk.now(), talk.now());
    String zone = ZoneNames.name(talk.chat().zone(), talk.language());
    String html =
        talk.html(
                "digest.set",
                Map.of("times", TimesOfDay.written(habit.digestTimes()).replace(" ", " · ")))
            + "\n"
            + talk.html(habit.tellsEmpty() ? "digest.says.empty" : "digest.skips.empty")
            + "\n"
            + talk.html("quiet.zone", Map.of("zone", zone, "time", time));
    return talk.show(html, keyboard, toast);
  }

  /** What a message of many stands for. */
  List<Reply> more(Talk talk, String key) {
    List<Message> messages = desk.manners().digests().folded(talk.chat(), key, talk.now());
    return messages.isEmpty()
        ? talk.toast(talk.phrases().plain("why.gone"))
        : messages.stream().map(message -> new Reply(message, null, "")).toList();
  }
}
