package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Catalogue;
import org.marsad.watch.Mistakes.Mistake;

/**
 * Reads queries as people type them and prints them in canonical form. Thread-safe.
 *
 * <pre>
 * query  = plain words                    one keyword or phrase, where there is no sign at all
 *        | any
 * any    = all { ("أو" | "OR" | "|") all }
 * all    = unit { ["AND" | "&amp;"] unit }
 * unit   = ("-" | "NOT" | "ليس") unit
 *        | "=" (word | phrase)            the very word, the very letter case
 *        | scope ":" unit                 title, source, lang, country, entity; عنوان مصدر لغة بلد جهة
 *        | ("NEAR/" | "قرب/") n "(" part "," part { "," part } ")"
 *        | "(" any ")"
 *        | word | word "*" | phrase
 * phrase = any quote, words, any quote
 * word   = letters; an underscore or hyphen holds a phrase together
 * </pre>
 */
public final class QueryParser {
  /** Characters a query may have as people type it. */
  public static final int MAX_CHARS = 500;

  /** Characters it may have in canonical form, which can be longer: the column of its table. */
  public static final int MAX_STORED_CHARS = 1000;

  /** Words, phrases and conditions a query may have. */
  public static final int MAX_TERMS = 60;

  /** Brackets that may stand in one another. */
  public static final int MAX_DEPTH = 4;

  /** Letters before a star. */
  public static final int MIN_PREFIX_LETTERS = 4;

  /** The largest number behind {@code NEAR/}. */
  public static final int MAX_NEAR_WORDS = 10;

  /** Parts that one {@code NEAR} may have. */
  public static final int MAX_NEAR_PARTS = 5;

  private static final String SOMETHING = "هدنة";
  private static final int REPAIRS = 12;
  private static final int EXAMPLE_WORDS = 6;

  private final int maxChars;
  private final Catalogue catalogue;

  private QueryParser(int maxChars, Catalogue catalogue) {
    this.maxChars = maxChars;
    this.catalogue = catalogue;
  }

  /** What became of a query. */
  public sealed interface Parsed {
    /** It can be watched for. */
    record Ok(Query query) implements Parsed {}

    /**
     * It is refused; nothing may be stored.
     *
     * @param problem what is wrong
     * @param position the UTF-16 offset of the mistake in the text
     * @param example a query that parses, made from what was typed where that is possible
     */
    record Refused(Problem problem, int position, String example) implements Parsed {}
  }

  /** What can be wrong with a query. The words for it are {@code alert.Phrases}'s. */
  public enum Problem {
    /** Nothing was typed. */
    EMPTY,
    /** More than {@link QueryParser#MAX_CHARS} characters. */
    TOO_LONG,
    /** The canonical form is past a limit, as where many names stand for several entities each. */
    TOO_LARGE,
    /** More than {@link QueryParser#MAX_TERMS} terms. */
    TOO_MANY_TERMS,
    /** Brackets deeper than {@link QueryParser#MAX_DEPTH}. */
    TOO_DEEP,
    /** The query, or one side of an OR, only says what must not be. */
    ONLY_EXCLUSIONS,
    /** A quote without its other half. */
    UNCLOSED_QUOTE,
    /** An opening bracket without its other half. */
    UNCLOSED_BRACKET,
    /** A closing bracket without its other half. */
    UNEXPECTED_BRACKET,
    /** An operator, a scope or a pair of brackets without what belongs to it. */
    OPERATOR_WITHOUT_TERM,
    /** The catalogue knows nobody of this name. */
    UNKNOWN_ENTITY,
    /** No language of this name or code. */
    UNKNOWN_LANGUAGE,
    /** No country of this name or code. */
    UNKNOWN_COUNTRY,
    /** A star behind fewer than {@link QueryParser#MIN_PREFIX_LETTERS} letters. */
    PREFIX_TOO_SHORT,
    /** A star elsewhere than at the end of a word. */
    MISPLACED_STAR,
    /** A NEAR whose number is not 1 to {@link QueryParser#MAX_NEAR_WORDS}. */
    NEAR_DISTANCE,
    /**
     * A NEAR without two to {@link QueryParser#MAX_NEAR_PARTS} parts in brackets, or with a part
     * that is no word, phrase or entity.
     */
    NEAR_PARTS,
    /** Nothing but punctuation. */
    NO_LETTERS
  }

  /** Reads a query in canonical form, or any that is no longer than one may be. */
  public static Parsed parse(String text, Catalogue catalogue) {
    return new QueryParser(MAX_STORED_CHARS, catalogue).parse(text);
  }

  /**
   * Reads a query as typed; simple text is a keyword or phrase. What is accepted can be stored: its
   * canonical form parses to the same.
   */
  public static Parsed parseTyped(String text, Catalogue catalogue) {
    Parsed parsed = new QueryParser(MAX_CHARS, catalogue).parse(text);
    boolean lasts =
        parsed instanceof Parsed.Refused
            || parsed instanceof Parsed.Ok ok && parse(print(ok.query()), catalogue).equals(ok);
    return lasts ? parsed : new Parsed.Refused(Problem.TOO_LARGE, text.length(), plain(text));
  }

  private Parsed parse(String text) {
    Mistakes mistakes = new Mistakes();
    Query query = read(text, mistakes);
    Mistake mistake = mistakes.first();
    if (query != null && mistake == null) {
      return new Parsed.Ok(query);
    }
    if (mistake == null) {
      throw new IllegalStateException("neither a query nor a mistake: " + text);
    }
    return new Parsed.Refused(mistake.problem(), mistake.position(), example(text, mistake));
  }

  /**
   * The one text of a query: equal queries print the same, and it parses to an equal query with any
   * catalogue that knows its entities.
   */
  public static String print(Query query) {
    return QueryPrinter.print(query);
  }

  private @Nullable Query read(String text, Mistakes mistakes) {
    if (text.isBlank()) {
      mistakes.note(Problem.EMPTY, 0, text.length(), SOMETHING);
      return null;
    }
    if (text.length() > maxChars) {
      int cut = Math.max(text.lastIndexOf(' ', maxChars), 0);
      mistakes.note(new Mistake(Problem.TOO_LONG, maxChars, cut, text.length(), ""));
      return null;
    }
    Signs signs = new Signs(text, new QueryLexer(text, mistakes).signs());
    QueryLeaves leaves = new QueryLeaves(signs, new ScopeValues(catalogue), mistakes);
    return new QueryGrammar(signs, leaves, mistakes).query();
  }

  /** Puts one mistake right after the other; where that does not help, the plain words. */
  private String example(String text, Mistake mistake) {
    String example = text;
    Mistake next = mistake;
    for (int i = 0; i < REPAIRS && next != null; i++) {
      example = next.corrected(example);
      Mistakes left = new Mistakes();
      read(example, left);
      next = left.first();
    }
    return next == null ? example.strip() : plain(text);
  }

  private static String plain(String text) {
    String some = text.substring(0, Math.min(text.length(), MAX_CHARS / 2));
    List<String> words = new ArrayList<>(List.of(Spelling.ofWords(some).split(" ")));
    String kept = String.join(" ", words.subList(0, Math.min(words.size(), EXAMPLE_WORDS)));
    return kept.isEmpty() ? SOMETHING : '"' + kept + '"';
  }
}
