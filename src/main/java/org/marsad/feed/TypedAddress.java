package org.marsad.feed;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** An address as people type it: without a scheme, in Arabic letters, with a bracket behind it. */
public final class TypedAddress {
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

  /** By which programs hand feeds to one another: {@code feed:https://…}, {@code feed://…}. */
  private static final Pattern HANDED_ON = Pattern.compile("(?i)^feed:(//)?(?=https?://)");

  private static final Pattern OPEN = Pattern.compile("(?i)^feed://");

  private static final Pattern AROUND =
      Pattern.compile("^[\\s<«\"'(]+|[\\s>»\"'),.،؛]+$|[\\u200E\\u200F\\u061C\\u2066-\\u2069]");

  /** A host of two parts or more, or of one's own machine. */
  private static final Pattern HOSTED =
      Pattern.compile("(?i)(localhost|\\[[0-9a-f:.]+]|[^/?#\\s]+\\.[^/?#\\s.]+)(:\\d+)?([/?#].*)?");

  private TypedAddress() {}

  /**
   * What a text may mean, the likeliest first: where it names no scheme, first the safe one. Empty
   * if it is no address that can be fetched.
   */
  public static List<URI> of(String typed) {
    String text = AROUND.matcher(typed).replaceAll("");
    String handedOn = HANDED_ON.matcher(text).replaceFirst("");
    String address = OPEN.matcher(handedOn).replaceFirst("http://");
    Stream<String> meant =
        SCHEME.matcher(address).matches()
            ? Stream.of(address)
            : HOSTED.matcher(address).matches()
                ? Stream.of("https://" + address, "http://" + address)
                : Stream.of();
    return meant
        .map(HttpUrl::parse)
        .filter(Objects::nonNull)
        .map(HttpUrl::uri)
        .filter(uri -> FeedUrl.refusal(uri).isEmpty())
        .toList();
  }
}
