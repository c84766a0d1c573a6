package org.marsad.story;

/** What a word is to the comparison of two reports; the tables of words say which. */
enum Kind {
  /** What happened: both headlines must tell it. */
  ACT,
  /** An act of two sides, told from either. */
  BOTH,
  /** Something or somebody it happened to. */
  NOUN,
  /** A direction. */
  SIDE,
  /** Who acts or suffers: the order of two of them matters. */
  ACTOR,
  /** A country, its people or its capital; as an actor. */
  GEO,
  /** A word of no table: often a name, so as an actor. */
  UNKNOWN,
  /** Before a place, says that it is where. */
  NEAR,
  /** That somebody reports it. */
  SAY,
  /** Describes and adds no fact. */
  SOFT,
  /** Joins words. */
  FUNC,
  /** Turns the next word into its opposite. */
  NOT,
  /** Not done yet, or not sure. */
  MAY,
  /** A later development, a correction, another time. */
  NEW,
  /** A series that comes again under the same headline. */
  AGAIN,
  /** A day of the week. */
  DAY,
  /** A month. */
  MONTH;

  /** Whether it says nothing of the event. */
  boolean isEmpty() {
    return this == SAY || this == SOFT || this == FUNC || this == NEAR;
  }

  /** Whether it may name somebody or some place. */
  boolean isName() {
    return this == ACTOR || this == GEO || this == UNKNOWN;
  }

  /** Whether a negation before it turns it into its opposite. */
  boolean isNegated() {
    return isAct() || isName() || this == NOUN || this == MAY;
  }

  /** Whether a rule of its own compares it. */
  boolean isMarker() {
    return this == NOT || this == MAY || this == NEW || this == DAY || this == MONTH;
  }

  /** Whether it says what happened. */
  boolean isAct() {
    return this == ACT || this == BOTH;
  }
}
