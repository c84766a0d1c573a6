package org.marsad.playground;

import java.util.Locale;

/** What somebody is in a chat. */
public enum Rank {
  CREATOR,
  ADMINISTRATOR,
  MEMBER,
  LEFT,
  KICKED;

  /** The Bot API's word. */
  String status() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isAdmin() {
    return this == CREATOR || this == ADMINISTRATOR;
  }

  boolean isInside() {
    return this != LEFT && this != KICKED;
  }
}
