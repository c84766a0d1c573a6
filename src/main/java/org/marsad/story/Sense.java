package org.marsad.story;

/**
 * What a table says of a word.
 *
 * @param id the meaning: words of one line have the same
 * @param capital whether it is the name of a capital, which has a meaning of its own beside its
 *     state's; else empty
 */
record Sense(Kind kind, String id, String capital) {}
