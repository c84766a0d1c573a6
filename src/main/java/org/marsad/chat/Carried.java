package org.marsad.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts that buttons carry. Callback data has 64 bytes, which is some thirty Arabic letters; a
 * longer text is kept in the database and the button carries its hash. Thread-safe.
 */
final class Carried {
  private static final int HASH_BYTES = 8;

  private final Desk desk;

  Carried(Desk desk) {
    this.desk = desk;
  }

  /** What a button does to a text, the text being its last value. */
  Tap tap(Talk talk, String text, Tap.Kind kind, Object... values) {
    String token = "=" + text;
    if (Tap.bytes(token) > Tap.room(kind, values)) {
      String hash = hash(text);
      if (ofCatalogue(hash).isEmpty()) {
        desk.conversations().keep(talk.chat().id(), hash, text, talk.now());
      }
      token = "#" + hash;
    }
    return Tap.of(kind, Stream.concat(Arrays.stream(values), Stream.of(token)).toArray());
  }

  /** The text a pressed button carries; empty if it is kept no more. */
  Optional<String> text(Talk talk, String token) {
    if (token.startsWith("=")) {
      return Optional.of(token.substring(1));
    }
    String hash = token.replaceFirst("^#", "");
    return ofCatalogue(hash).or(() -> desk.conversations().kept(talk.chat().id(), hash));
  }

  /** A query for an entity need not be kept: the catalogue has it. */
  private Optional<String> ofCatalogue(String hash) {
    return desk.matcher().catalogue().all().stream()
        .map(entity -> Meaning.entity(entity).canonical())
        .filter(query -> hash.equals(hash(query)))
        .findFirst();
  }

  private static String hash(String text) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
