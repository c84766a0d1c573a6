package org.marsad.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the invite link: derived from the bot's token, so that it needs no place to be kept
 * in, and so that the token cannot be found from it. A new token makes a new link. Pure functions.
 */
final class Invite {
  private static final int BYTES = 18;

  private Invite() {}

  /**
   * The payload of {@code /start}: 24 characters of those a deep link may hold (letters, digits,
   * underscore, hyphen).
   */
  static String secret(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] whole = mac.doFinal("marsad invite".getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** The link that opens a chat with the bot and lets it in. */
  static URI link(String botName, String token) {
    return URI.create("https://t.me/" + botName + "?start=" + secret(token));
  }
}
