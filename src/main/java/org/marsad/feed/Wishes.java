package org.marsad.feed;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often a feed wishes to be read at the most: RSS's ttl, or the syndication module. */
final class Wishes {
  private Wishes() {}

  static @Nullable Duration of(Fields channel) {
    String minutes = channel.raw("ttl");
    if (minutes.matches("[0-9]{1,6}")) {
      return Duration.ofMinutes(Long.parseLong(minutes));
    }
    Duration period =
        switch (channel.raw("sy:updateperiod").toLowerCase(Locale.ROOT)) {
          case "hourly" -> Duration.ofHours(1);
          case "daily" -> Duration.ofDays(1);
          case "weekly" -> Duration.ofDays(7);
          case "monthly" -> Duration.ofDays(30);
          case "yearly" -> Duration.ofDays(365);
          default -> null;
        };
    String frequency = channel.raw("sy:updatefrequency");
    boolean divided = frequency.matches("[1-9][0-9]{0,3}");
    return period == null || !divided ? period : period.dividedBy(Long.parseLong(frequency));
  }
}
