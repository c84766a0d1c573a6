package org.marsad.alert;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The hours in which a chat is not to be disturbed, in its own zone; they may span midnight. Where
 * the clock is put forward over an end, they end when it has been.
 *
 * @param from when they begin
 * @param to when they end; another time than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** Checks the times. */
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours that end when they begin");
    }
  }

  /** Reads «22-7», "22:30 - 07:00", Arabic digits too; empty if it is not two times. */
  public static Optional<QuietHours> read(String text) {
    List<LocalTime> times = TimesOfDay.read(text);
    return times.size() == 2 && !times.get(0).equals(times.get(1))
        ? Optional.of(new QuietHours(times.get(0), times.get(1)))
        : Optional.empty();
  }

  /** When they end, if a moment is within them. */
  public Optional<Instant> endAfter(Instant moment, ZoneId zone) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    boolean within =
        from.isBefore(to)
            ? !time.isBefore(from) && time.isBefore(to)
            : !time.isBefore(from) || time.isBefore(to);
    return within ? Optional.of(TimesOfDay.next(List.of(to), moment, zone)) : Optional.empty();
  }
}
