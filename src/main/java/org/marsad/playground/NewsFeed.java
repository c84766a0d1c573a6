package org.marsad.playground;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An outlet of the sample newsroom, invented like its news. They differ as real feeds do: in
 * dialect, charset and language.
 */
enum NewsFeed {
  WAHA("وكالة الواحة", "ar", "ly", StandardCharsets.UTF_8, false),
  MULTAQA("صحيفة الملتقى", "ar", "sd", Charset.forName("windows-1256"), false),
  MAHROUSA("منصة المحروسة", "ar", "eg", StandardCharsets.UTF_8, true),
  MERIDIAN("Meridian Wire", "en", "int", StandardCharsets.UTF_8, false);

  private final String title;
  private final String language;
  private final String country;
  private final Charset charset;
  private final boolean atom;

  NewsFeed(String title, String language, String country, Charset charset, boolean atom) {
    this.title = title;
    this.language = language;
    this.country = country;
    this.charset = charset;
    this.atom = atom;
  }

  /** The name in its address: {@code /playground/feeds/NAME.xml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this name. */
  static Optional<NewsFeed> of(String key) {
    return Arrays.stream(values()).filter(feed -> feed.key().equals(key)).findFirst();
  }

  String title() {
    return title;
  }

  String language() {
    return language;
  }

  String country() {
    return country;
  }

  Charset charset() {
    return charset;
  }

  boolean atom() {
    return atom;
  }

  String contentType() {
    return (atom ? "application/atom+xml" : "application/rss+xml")
        + "; charset="
        + charset.name().toLowerCase(Locale.ROOT);
  }
}
