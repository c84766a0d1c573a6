package org.marsad.watch;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a word of a query may stand in a text: an opening, the stem, an ending.
 *
 * @param stem folded
 * @param openings the {@link Opening}s that may stand before it, as a set
 * @param endings the {@link Ending}s that may stand behind it, as a set
 * @param written the very letters, where letter case counts
 */
record StemRule(String stem, int openings, int endings, @Nullable String written) {
  StemRule(String stem, int openings, int endings) {
    this(stem, openings, endings, null);
  }
}
