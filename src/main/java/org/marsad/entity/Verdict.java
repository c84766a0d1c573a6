package org.marsad.entity;

/** What was decided about a place where an entity might be named. */
public enum Verdict {
  /** It is named there. */
  NAMED,
  /** The words are part of a longer name or phrase. */
  PART_OF_LONGER,
  /** Another first name, occupation or relative: somebody else of that name. */
  SOMEBODY_ELSE,
  /** A first name that no family name or word of kinship makes this person's. */
  FIRST_NAME_ONLY,
  /** The words beside it place it in another country. */
  OTHER_COUNTRY,
  /** The item names neither the country nor anything that stands for it. */
  NO_CONTEXT,
  /** The item speaks of something else of that name. */
  OTHER_CONTEXT,
  /** In this language the name means something else. */
  OTHER_LANGUAGE,
  /** The item names a rival of another country, so the bare word may mean either. */
  RIVAL
}
