package org.marsad.playground;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses Telegram takes for links, and in which form it gives them back. */
final class WebLink {
  private static final Pattern USER = Pattern.compile("tg:(?://)?user\\?id=([1-9][0-9]{0,17})");
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?<protocol>[^:/?#]*)://)?(?<user>[^/?#@]*@)?(?<host>\\[[^]/?#]*\\]|[^/?#:]*)(?::(?<port>[^/?#]*))?(?<rest>.*)",
          Pattern.DOTALL);

  private WebLink() {}

  /** What the server thinks of an address. */
  sealed interface Checked {}

  /** It is one, and this is its full form. */
  record Accepted(String url) implements Checked {}

  /** It is none. */
  record Wrong(String why) implements Checked {}

  /** The user a {@code tg://user?id=} link names; empty for any other link. */
  static String userId(String link) {
    Matcher matcher = USER.matcher(link.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? matcher.group(1) : "";
  }

  static Checked check(String link) {
    String trimmed = link.strip();
    if (trimmed.regionMatches(true, 0, "tg:", 0, 3)) {
      String rest = trimmed.substring(3).replaceFirst("^//", "");
      return rest.isEmpty() ? new Wrong("Wrong tg URL") : new Accepted("tg://" + rest);
    }
    Matcher parts = URL.matcher(trimmed);
    if (!parts.matches()) {
      return new Wrong("Wrong HTTP URL");
    }
    String protocol =
        parts.group("protocol") == null ? "http" : parts.group("protocol").toLowerCase(Locale.ROOT);
    if (!protocol.equals("http") && !protocol.equals("https")) {
      return new Wrong("Unsupported URL protocol");
    }
    return web(protocol, parts);
  }

  private static Checked web(String protocol, Matcher parts) {
    String host = parts.group("host").toLowerCase(Locale.ROOT);
    String port = parts.group("port");
    if (host.isEmpty()) {
      return new Wrong("URL host is empty");
    }
    if (port != null && !port.matches("0*[1-9][0-9]{0,4}")) {
      return new Wrong("Wrong port number specified in the URL");
    }
    if (!host.contains(".") || host.equals(".") || !host.equals(host.strip())) {
      return new Wrong("Wrong HTTP URL");
    }
    String user = parts.group("user") == null ? "" : parts.group("user");
    String rest = parts.group("rest").replace(" ", "%20").replace("\n", "%0A");
    String path = rest.startsWith("/") ? rest : "/" + rest;
    return new Accepted(protocol + "://" + user + host + (port == null ? "" : ":" + port) + path);
  }
}
