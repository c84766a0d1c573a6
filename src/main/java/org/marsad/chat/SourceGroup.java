package org.marsad.chat;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.alert.Phrases;
import org.marsad.feed.Feed;

/**
 * Sources that have something in common. Pure functions.
 *
 * @param by what
 * @param value a country's or language's code, a topic; empty for what the catalogue does not say,
 *     and for the chat's own
 */
record SourceGroup(By by, String value) {
  private static final String INTERNATIONAL = "int";

  /** By what sources are grouped. */
  enum By {
    COUNTRY,
    LANGUAGE,
    TOPIC,
    /** The chat's own, beside the catalogue. */
    OWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code; the first for any other. */
    static By of(String code) {
      return Arrays.stream(values())
          .filter(by -> by.code().equals(code))
          .findFirst()
          .orElse(COUNTRY);
    }
  }

  /** The groups there are of a kind, in the order in which their first sources were added. */
  static List<SourceGroup> of(By by, Collection<Feed> feeds) {
    return feeds.stream()
        .flatMap(feed -> values(by, feed))
        .distinct()
        .map(value -> new SourceGroup(by, value))
        .toList();
  }

  private static Stream<String> values(By by, Feed feed) {
    return switch (by) {
      case COUNTRY -> Stream.of(feed.country());
      case LANGUAGE -> Stream.of(feed.language());
      case TOPIC -> feed.topics().stream();
      case OWN -> Stream.of("");
    };
  }

  /** Its sources among those of the catalogue and the chat's own, which stand in one group only. */
  List<Feed> of(Collection<Feed> feeds, Set<Long> own) {
    return feeds.stream()
        .filter(feed -> own.contains(feed.id()) == (by == By.OWN))
        .filter(feed -> values(by, feed).anyMatch(value::equals))
        .toList();
  }

  /** What stands for it in a button: a topic may be long, so its hash does. */
  String token() {
    return by == By.TOPIC
        ? by.code() + "." + Integer.toHexString(value.hashCode())
        : by.code() + "." + value;
  }

  /** The group a button means, among those there are. */
  static Optional<SourceGroup> read(String token, Collection<Feed> feeds) {
    return of(By.of(token.split("\\.", 2)[0]), feeds).stream()
        .filter(group -> group.token().equals(token))
        .findFirst();
  }

  /** What it is called. */
  String name(Talk talk) {
    ULocale locale = Phrases.locale(talk.language());
    if (by == By.OWN) {
      return talk.html("sources.own");
    }
    if (value.isEmpty()) {
      return talk.html("sources.elsewhere");
    }
    return switch (by) {
      case COUNTRY ->
          value.equals(INTERNATIONAL)
              ? talk.html("sources.international")
              : ULocale.getDisplayCountry("und-" + value, locale);
      case LANGUAGE -> ULocale.getDisplayLanguage(value, locale);
      case TOPIC, OWN -> value;
    };
  }
}
