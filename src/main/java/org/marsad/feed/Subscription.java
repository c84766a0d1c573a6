package org.marsad.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What we have with the hub of one feed. Its address and secret are random and known to the hub
 * alone.
 *
 * @param path the last part of the address the hub calls
 * @param secret what it signs with
 * @param failures in a row to come to an agreement
 */
public record Subscription(
    long feedId, Hub hub, String path, String secret, State state, int failures) {
  /** What we ask for; hubs give what they like. */
  static final Duration LEASE = Duration.ofDays(7);

  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
  private static final Duration LONGEST_LEASE = Duration.ofDays(30);
  private static final Duration TIME_TO_VERIFY = Duration.ofMinutes(10);
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(10);
  private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);

  /** The methods of WebSub 8.1 and what Java calls them. */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  /** How far we are. */
  public enum State {
    /** The hub is to be asked. */
    WANTED,
    /** It was asked, and is to ask back whether it was really us. */
    ASKED,
    /** It tells us what is new. */
    ACTIVE
  }

  /**
   * The next step, decided apart from doing it.
   *
   * @param due when the hub is to be asked again
   * @param leaseUntil the end of what was agreed on; null for nothing
   * @param reason in words for the operator
   */
  record Step(
      State state, int failures, Instant due, @Nullable Instant leaseUntil, String reason) {}

  /** The form that asks the hub (WebSub 5.1). */
  public Map<String, String> request(URI callback) {
    return Map.of(
        "hub.mode", "subscribe",
        "hub.topic", hub.topic().toString(),
        "hub.callback", callback.toString(),
        "hub.secret", secret,
        "hub.lease_seconds", Long.toString(LEASE.toSeconds()));
  }

  /** The hub is about to be asked; some verify before they answer. */
  Step asked(Instant now) {
    return new Step(State.ASKED, failures, now.plus(TIME_TO_VERIFY), null, "asked");
  }

  /** The hub could not be asked, refused, or never verified: longer and longer pauses. */
  Step failed(String why, Instant now) {
    Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, 10));
    Duration wait = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    return new Step(State.WANTED, failures + 1, now.plus(wait), null, why);
  }

  /**
   * The hub asked whether it was us, and it was: renewed when three quarters are over.
   *
   * @param given how long it will tell us; null where it does not say
   */
  Step confirmed(@Nullable Duration given, Instant now) {
    Duration lease = given == null ? LEASE : given;
    lease = lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    Duration renewal = lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
    Instant due = now.plus(renewal.multipliedBy(3).dividedBy(4));
    return new Step(State.ACTIVE, 0, due, now.plus(lease), "tells what is new");
  }

  /** The hub will not tell us; it is asked again in a day. */
  Step denied(String why, Instant now) {
    return new Step(State.WANTED, failures + 1, now.plus(LONGEST_BACK_OFF), null, "denied: " + why);
  }

  /**
   * Whether the hub signed this body.
   *
   * @param signature the header X-Hub-Signature: {@code method=hex}; null where there is none
   */
  public boolean isSigned(@Nullable String signature, byte[] body) {
    String[] parts = (signature == null ? "" : signature.strip()).split("=", 2);
    String method = METHODS.get(parts[0].toLowerCase(Locale.ROOT));
    if (method == null || parts.length < 2) {
      return false;
    }
    String ours = HexFormat.of().formatHex(mac(method).doFinal(body));
    return MessageDigest.isEqual(bytes(ours), bytes(parts[1].strip().toLowerCase(Locale.ROOT)));
  }

  private Mac mac(String method) {
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(bytes(secret), method));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + method, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Subscription[feedId=" + feedId + ", hub=" + hub.address() + ", state=" + state + "]";
  }
}
