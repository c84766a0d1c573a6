package org.marsad.playground;

/**
 * Somebody on the stand-in Telegram.
 *
 * @param id positive
 * @param firstName never empty
 * @param userName without the at sign; may be empty
 * @param languageCode what the client is set to, as IETF tag; may be empty
 * @param bot whether it is a bot
 */
public record Person(long id, String firstName, String userName, String languageCode, boolean bot) {
  /** A human. */
  public static Person of(long id, String firstName, String languageCode) {
    return new Person(id, firstName, "", languageCode, false);
  }
}
