package org.marsad.feed;

/**
 * Bytes as text.
 *
 * @param text without a byte order mark
 * @param charset the canonical name of the charset that was used
 */
record Decoded(String text, String charset) {}
