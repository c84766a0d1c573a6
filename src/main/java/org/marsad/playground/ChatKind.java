package org.marsad.playground;

import java.util.Locale;

/** The kinds of chats; a forum is a supergroup with topics. */
public enum ChatKind {
  PRIVATE,
  GROUP,
  SUPERGROUP,
  CHANNEL;

  /** The Bot API's word. */
  String type() {
    return name().toLowerCase(Locale.ROOT);
  }
}
