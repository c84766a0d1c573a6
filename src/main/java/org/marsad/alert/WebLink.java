package org.marsad.alert;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses Telegram takes behind a word and behind a button. Behind a word it drops the
 * others without telling; for a button it refuses the whole message (TDLib, {@code
 * LinkManager::check_link}: http or https, a host with a dot in it, a port in range). Pure
 * functions.
 */
final class WebLink {
  private static final int MAX_CHARS = 2048;
  private static final int MAX_PORT = 65535;
  private static final Pattern WEB =
      Pattern.compile(
          "(?i)https?://[\\p{L}\\p{M}\\p{N}_-]+(?:\\.[\\p{L}\\p{M}\\p{N}_-]+)+(?::(\\d{1,5}))?(?:[/?#]\\S*)?");
  private static final Pattern UNWISE = Pattern.compile("[\"<>\\\\^`{|}\\p{C}]");

  private WebLink() {}

  /** The address as Telegram takes it, or empty if it would not. */
  static Optional<String> accepted(@Nullable String link) {
    if (link == null || link.length() > MAX_CHARS) {
      return Optional.empty();
    }
    Matcher web = WEB.matcher(link);
    boolean fits =
        web.matches() && (web.group(1) == null || inRange(Integer.parseInt(web.group(1))));
    return fits ? Optional.of(UNWISE.matcher(link).replaceAll(WebLink::escaped)) : Optional.empty();
  }

  private static boolean inRange(int port) {
    return port > 0 && port <= MAX_PORT;
  }

  private static String escaped(java.util.regex.MatchResult sign) {
    char c = sign.group().charAt(0);
    return c < 128 ? String.format(Locale.ROOT, "%%%02X", (int) c) : "";
  }
}
