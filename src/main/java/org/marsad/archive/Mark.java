package org.marsad.archive;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the index is what the database says; committed with it.
 *
 * @param settled every change stored up to this moment is in the index
 * @param catalogue the fingerprint of the catalogue by which mentions were found
 */
record Mark(Instant settled, String catalogue) {
  /** Of an empty index. */
  static final Mark NONE = new Mark(Instant.EPOCH, "");

  /** To be raised whenever the text room folds otherwise or {@link Fields} holds something else. */
  private static final String FORMAT = "2";

  /** The same, if mentions were found by this catalogue; else that of an index without any. */
  Mark by(String fingerprint) {
    return fingerprint.equals(catalogue) ? this : new Mark(Instant.EPOCH, fingerprint);
  }

  /** The mark as Lucene keeps it. */
  Map<String, String> toData() {
    return Map.of("format", FORMAT, "settled", settled.toString(), "catalogue", catalogue);
  }

  /**
   * The mark that was kept.
   *
   * @throws IllegalArgumentException if the index was made by another version of this program
   */
  static Mark of(@Nullable Iterable<Map.Entry<String, String>> kept) {
    Map<String, String> data = new HashMap<>();
    if (kept != null) {
      kept.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    if (!FORMAT.equals(data.get("format"))) {
      throw new IllegalArgumentException("made by another version of this program");
    }
    return new Mark(
        Instant.parse(data.getOrDefault("settled", "")), data.getOrDefault("catalogue", ""));
  }
}
