package org.marsad.text;

/** The part of an item in which something was found; phrases never cross from one to the other. */
public enum Field {
  TITLE,
  TEXT
}
