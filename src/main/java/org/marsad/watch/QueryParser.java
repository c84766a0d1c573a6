package org.marsad.watch;

/** Reads queries as people type them and prints them in canonical form. Thread-safe. */
public final class QueryParser {
  /** Characters a query may have. */
  public static final int MAX_CHARS = 500;

  private QueryParser() {}

  /** What became of a query. */
  public sealed interface Parsed {
    /** It can be watched for. */
    record Ok(Query query) implements Parsed {}

    /**
     * It is refused; nothing may be stored.
     *
     * @param problem what is wrong
     * @param position the UTF-16 offset of the mistake in the text
     * @param example a corrected query, made from what was typed where that is possible
     */
    record Refused(Problem problem, int position, String example) implements Parsed {}
  }

  /** What can be wrong with a query. The words for it are {@code alert.Phrases}'s. */
  public enum Problem {
    EMPTY,
    TOO_LONG,
    TOO_MANY_TERMS,
    TOO_DEEP,
    ONLY_EXCLUSIONS,
    UNCLOSED_QUOTE,
    UNCLOSED_BRACKET,
    UNEXPECTED_BRACKET,
    OPERATOR_WITHOUT_TERM,
    UNKNOWN_ENTITY,
    NO_LETTERS
  }

  /** Reads a query; simple text is a keyword or phrase. */
  public static Parsed parse(String text, org.marsad.entity.Catalogue catalogue) {
    return new Parsed.Ok(new Query.Words(text, false));
  }

  /** The one text of a query: two queries that mean the same print the same. It parses again. */
  public static String print(Query query) {
    return query.toString();
  }
}
