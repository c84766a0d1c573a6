package org.marsad.feed;

import java.util.Locale;

/**
 * A picture, sound or film that comes with an item.
 *
 * @param url its absolute http(s) address
 * @param type its media type ("image/jpeg"), or only the kind of it ("image"), or empty where the
 *     feed does not say
 */
public record Media(String url, String type) {
  static final int MAX_TYPE_CHARS = 100;

  /** Whether it is known to be a picture. */
  public boolean isPicture() {
    return type.toLowerCase(Locale.ROOT).startsWith("image");
  }
}
