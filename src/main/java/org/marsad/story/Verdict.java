package org.marsad.story;

/**
 * What a report is to one that was told before.
 *
 * @param relation what follows
 * @param reason why, by name
 * @param detail the word or number that decided; may be empty
 */
public record Verdict(Relation relation, Reason reason, String detail) {
  /** What follows for a chat that was told the first. */
  public enum Relation {
    /** The same text: nothing is told. */
    COPY,
    /** The same event in other words: the alert names another outlet, and does not ring. */
    SAME,
    /** Told in an alert of its own. */
    NEWS;

    /** Whether nobody's telephone rings. */
    public boolean isSilent() {
      return this != NEWS;
    }

    /** What is done about it: suppress, group or alert. */
    public String answer() {
      return switch (this) {
        case COPY -> "suppress";
        case SAME -> "group";
        case NEWS -> "alert";
      };
    }
  }

  /** Why. */
  public enum Reason {
    /** One text, but for what outlets change in it. */
    SAME_TEXT,
    /** Every fact of one stands in the other. */
    SAME_EVENT,
    /** Too long after the first. */
    TOO_LATE,
    /** Two of one outlet are never two sources. */
    ONE_SITE,
    /** A headline that comes again every day. */
    SERIES,
    ANOTHER_NUMBER,
    ANOTHER_DAY,
    /** One says no where the other says yes. */
    DENIED,
    /** One says perhaps, or will, where the other says it is done. */
    NOT_CERTAIN,
    /** It calls itself a later development. */
    DEVELOPMENT,
    ANOTHER_ACT,
    ANOTHER_NAME,
    ANOTHER_THING,
    /** Who does it in one suffers it in the other, or might. */
    ROLES_DIFFER,
    LITTLE_IN_COMMON,
    /** Its text tells much more. */
    MORE_TO_SAY
  }

  static Verdict news(Reason reason, String detail) {
    return new Verdict(Relation.NEWS, reason, detail);
  }
}
