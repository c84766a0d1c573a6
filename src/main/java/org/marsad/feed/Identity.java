package org.marsad.feed;

/**
 * By what a feed's items are told apart. It only ever goes on to the next, and never back: what
 * proved unsteady once cannot be trusted again.
 */
public enum Identity {
  /** The guid, else the link, else the text: what a feed says that keeps its word. */
  GUID,
  /** The link, else the text: its guids repeat, or change for one item. */
  LINK,
  /** The text: its links lead to one page, whatever the item. */
  TEXT
}
