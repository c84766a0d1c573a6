package org.marsad.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.marsad.text.Opening;
import org.marsad.text.Token;

/**
 * Reads one word at a time in every way it can be read: an opening, a stem that some query has, an
 * ending. For one thread.
 */
final class WordReader {
  private static final int MAX_READINGS = 64;
  private static final int MAX_AFFIXES = 8;
  private static final int MIN_STEM = 2;
  private static final Opening[] OF_BIT = Opening.values();
  private static final Affixes OPENINGS = openings();
  private static final Affixes ENDINGS = endings();

  private final Stems stems;
  private final Prefixes prefixes;
  private int[] hashes = new int[32];

  // What may stand before and behind: where the stem begins or ends then, and what it is.
  private final int[] begins = new int[MAX_AFFIXES];
  private final int[] openings = new int[MAX_AFFIXES];
  private final int[] ends = new int[MAX_AFFIXES];
  private final int[] endings = new int[MAX_AFFIXES];
  private int beginnings;
  private int finals;

  // The readings of the word: those whose stem some query has.
  private final Stem[] found = new Stem[MAX_READINGS];
  private final int[] foundBegins = new int[MAX_READINGS];
  private final int[] foundOpenings = new int[MAX_READINGS];
  private final int[] foundEndings = new int[MAX_READINGS];
  private int size;

  WordReader(Stems stems, Prefixes prefixes) {
    this.stems = stems;
    this.prefixes = prefixes;
  }

  /** How many readings the last word has. */
  int size() {
    return size;
  }

  Stem stem(int reading) {
    return found[reading];
  }

  /** Whether the word that was read may be what a query asks for, in one of its readings. */
  boolean fits(StemRule rule, int reading, Token word) {
    return rule.takes(word, foundOpenings[reading], foundEndings[reading], foundBegins[reading]);
  }

  /** Reads a word. */
  void read(Token token) {
    String form = token.form();
    hash(form);
    split(token);
    size = 0;
    combine(form);
  }

  /** Reads the beginnings of the word read last: the stems are those of prefixes. */
  void readPrefixes(String form) {
    size = 0;
    for (int b = 0; b < beginnings; b++) {
      for (long left = prefixes.lengths(); left != 0; left &= left - 1) {
        int to = begins[b] + Long.numberOfTrailingZeros(left);
        if (to <= form.length()) {
          find(prefixes.stems(), form, begins[b], to, openings[b], Ending.NONE.bit());
        }
      }
    }
  }

  /** Reads letters as a whole word, whatever they are. */
  void readWhole(String form) {
    hash(form);
    size = 0;
    find(stems, form, 0, form.length(), Opening.NONE.bit(), Ending.NONE.bit());
  }

  private void hash(String form) {
    if (hashes.length <= form.length()) {
      hashes = new int[form.length() + 32];
    }
    for (int i = 0; i < form.length(); i++) {
      hashes[i + 1] = hashes[i] * 31 + form.charAt(i);
    }
  }

  /** Any part's own hash, from those of the beginnings. */
  private int hash(int from, int to) {
    int power = 1;
    for (int i = from; i < to; i++) {
      power *= 31;
    }
    return Stem.spread(hashes[to] - hashes[from] * power);
  }

  private void split(Token token) {
    String form = token.form();
    boolean arabic = WordRules.isArabic(token);
    beginnings = 0;
    int node = Affixes.START;
    for (int i = 0; node != Affixes.NOWHERE; i++) {
      int opening = OPENINGS.bits(node);
      if (opening != 0 && OF_BIT[Integer.numberOfTrailingZeros(opening)].canBegin(token)) {
        begins[beginnings] = i;
        openings[beginnings++] = opening;
      }
      node = arabic && i < form.length() ? OPENINGS.step(node, form.charAt(i)) : Affixes.NOWHERE;
    }
    finals = 0;
    int kept = Ending.allowedBy(token.written());
    node = Affixes.START;
    for (int i = form.length(); node != Affixes.NOWHERE; i--) {
      int ending = ENDINGS.bits(node) & kept;
      if (ending != 0) {
        ends[finals] = i;
        endings[finals++] = ending;
      }
      node = arabic && i > 0 ? ENDINGS.step(node, form.charAt(i - 1)) : Affixes.NOWHERE;
    }
  }

  private void combine(String form) {
    int name = -1;
    for (int b = 0; b < beginnings; b++) {
      boolean article = (openings[b] & Opening.ARTICLE) != 0;
      int kept = article ? ~Ending.WITHOUT_ARTICLE : ~0;
      for (int e = 0; e < finals; e++) {
        int before = size;
        boolean whole = begins[b] == 0 && ends[e] == form.length();
        if ((endings[e] & kept) != 0 && (whole || ends[e] - begins[b] >= MIN_STEM)) {
          find(stems, form, begins[b], ends[e], openings[b], endings[e] & kept);
        }
        if (size > before && !whole) {
          name = name < 0 ? name(form) : name;
          size = cuts(name, begins[b], ends[e], form.length()) ? before : size;
        }
      }
    }
  }

  /** A reading that leaves less of a name than the whole is none: لبنان is not ل and بنان. */
  private static boolean cuts(int name, int begin, int end, int length) {
    return name < length && (begin > name || end < length);
  }

  /** Where the name begins that the word is behind its proclitics; its length if it is none. */
  private int name(String form) {
    for (int b = 0; b < beginnings; b++) {
      String rest = form.substring(begins[b]);
      boolean article = (openings[b] & Opening.ARTICLE) != 0;
      if (Names.standsForItself(rest) || article && Names.contains("ال" + rest)) {
        return rest.startsWith("ال") ? begins[b] + 2 : begins[b];
      }
    }
    return form.length();
  }

  private void find(Stems in, String form, int from, int to, int opening, int ending) {
    Stem stem = size == MAX_READINGS ? null : in.find(form, from, to, hash(from, to));
    if (stem != null) {
      found[size] = stem;
      foundBegins[size] = from;
      foundOpenings[size] = opening;
      foundEndings[size++] = ending;
    }
  }

  private static Affixes openings() {
    Map<String, Integer> strings = new HashMap<>();
    Arrays.stream(Opening.values()).forEach(each -> strings.put(each.letters(), each.bit()));
    return Affixes.of(strings, false);
  }

  private static Affixes endings() {
    Map<String, Integer> strings = new HashMap<>();
    for (Ending ending : Ending.values()) {
      ending.letters().forEach(each -> strings.merge(each, ending.bit(), (a, b) -> a | b));
    }
    return Affixes.of(strings, true);
  }
}
