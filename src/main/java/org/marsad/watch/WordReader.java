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

  /** 31 to the power of each length: by it a string's hash grows when so many letters follow. */
  private static final int[] POWERS = powers();

  private static final String AL = "ال";
  private static final int AL_HASH = AL.hashCode();

  private final Stems stems;
  private final Prefixes prefixes;
  private char[] letters = new char[32];
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
    int length = form.length();
    if (hashes.length <= length) {
      hashes = new int[length + 32];
      letters = new char[length + 32];
    }
    form.getChars(0, length, letters, 0);
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + letters[i];
      hashes[i + 1] = hash;
    }
  }

  /** Any part's own hash, from those of the beginnings. */
  private int hash(int from, int to) {
    return hashes[to] - hashes[from] * power(to - from);
  }

  private static int power(int length) {
    int power = POWERS[Math.min(length, POWERS.length - 1)];
    for (int i = POWERS.length; i <= length; i++) {
      power *= 31;
    }
    return power;
  }

  private static int[] powers() {
    int[] powers = new int[64];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 31;
    }
    return powers;
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
      node = arabic && i < form.length() ? OPENINGS.step(node, letters[i]) : Affixes.NOWHERE;
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
      node = arabic && i > 0 ? ENDINGS.step(node, letters[i - 1]) : Affixes.NOWHERE;
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
      boolean article = (openings[b] & Opening.ARTICLE) != 0;
      if (mayBeName(begins[b], form.length(), article)) {
        String rest = form.substring(begins[b]);
        if (Names.standsForItself(rest) || article && Names.contains(AL + rest)) {
          return rest.startsWith(AL) ? begins[b] + AL.length() : begins[b];
        }
      }
    }
    return form.length();
  }

  private boolean mayBeName(int from, int to, boolean article) {
    int hash = hash(from, to);
    return Names.mayStandForItself(hash)
        || article && Names.mayStandForItself(AL_HASH * power(to - from) + hash);
  }

  private void find(Stems in, String form, int from, int to, int opening, int ending) {
    int hash = Stem.spread(hash(from, to));
    if (!in.mayHave(hash) || size == MAX_READINGS) {
      return;
    }
    Stem stem = in.find(form, from, to, hash);
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
