package org.marsad.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.story.Atom.Place;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/**
 * Reads the numbers of a text with their per cent and month, and what they count. Serves one text.
 */
final class FigureReader {
  private static final Set<String> PERCENT =
      Set.of("المئه", "المائه", "بالمئه", "بالمائه", "percent", "cent");

  /** «التاسعة والستين بعد المئة» is no share. */
  private static final String BEYOND = "بعد";

  private static final Set<String> POINTS = Set.of("نقطه", "نقاط", "basis");
  private static final Set<String> BASES = Set.of("اساس", "اساسيه", "points", "point");
  private static final Set<String> POINTS_OF_BASE = Set.of("bps", "bp");
  private static final int REACH = 4;
  private static final Set<String> ABOUT = Tables.words("figures.txt", "about");
  private static final String CLOCK = "clock";
  private static final String NUMBER = "number";
  private static final Set<String> NUMBERED = Tables.words("figures.txt", "numbered");
  private static final Set<String> HALF = Set.of("نصف", "half");
  private static final Set<String> PART = Tables.words("figures.txt", "part");
  private static final Set<String> OTHERS = Tables.words("figures.txt", "others");
  private static final Map<String, String> UNITS = units();

  private final Folded text;
  private final List<Token> tokens;
  private final Dates dates;
  private final List<Pending> found = new ArrayList<>();
  private final Set<String> ordinals = new HashSet<>();

  /** A number before the words behind it are read: it stands before the atom of that index. */
  private record Pending(String value, int atom, Place place, boolean clause, Figure.Sort sort) {}

  FigureReader(Folded text) {
    this.text = text;
    this.tokens = text.tokens();
    this.dates = new Dates(tokens);
  }

  /** Reads a number if one begins at the word; returns the index behind it, or the word's own. */
  int read(int index, int atom, Place place) {
    if (isDay(index)) {
      return index;
    }
    Numerals.Found ordinal = Numerals.ordinal(tokens, index);
    if (ordinal != null) {
      ordinals.add(ordinal.value());
    }
    Numerals.Found number =
        ordinal != null && dates.isOfMonth(ordinal.end()) ? ordinal : Numerals.at(text, index);
    if (number == null && isHalfYear(index)) {
      Figure.Sort sort = new Figure.Sort(unit("شهر"), false, false, false);
      found.add(new Pending("6", atom, place, false, sort));
      return index + 2;
    }
    if (number == null) {
      if (Numerals.isDual(tokens.get(index))) {
        boolean clause = Grammar.isConjoined(tokens.get(index));
        found.add(new Pending("2", atom, place, clause, sort(index, index)));
      }
      return index;
    }
    int points = behindPoints(number.end());
    int percent = behindPercent(number.end());
    if (percent < 0 && isOne(number.value(), index)) {
      return number.end();
    }
    String unit = percent >= 0 ? "%" : dates.month(number.end(), index - 1);
    boolean and = number.conjoined() || (index > 0 && isAnd(tokens.get(index - 1)));
    Figure.Sort sort = sort(index, number.end());
    sort = percent < 0 && points < 0 ? sort : sort.ofNoTime();
    Place from = sort.isAbout() ? Place.NONE : place;
    if (number.value().equals("0") && Clock.isTime(text, index, number.end())) {
      return number.end();
    }
    String value = points < 0 ? number.value() + unit : hundredth(number.value()) + "%";
    found.add(new Pending(value, atom, from, and, sort));
    return Math.max(dates.behindMonth(number.end()), Math.max(percent, points));
  }

  /** «الاثنين» is Monday rather than the two; «الأحد عشر» are eleven. */
  private boolean isDay(int index) {
    String form = tokens.get(index).form();
    Sense sense = form.startsWith(Bases.ARTICLE) ? Lexicon.standard().exact(form) : null;
    return sense != null
        && sense.kind() == Kind.DAY
        && (index + 1 == tokens.size() || !tokens.get(index + 1).form().startsWith("عشر"));
  }

  private boolean isHalfYear(int index) {
    return is(HALF, index)
        && index + 1 < tokens.size()
        && !tokens.get(index + 1).form().startsWith(Bases.ARTICLE)
        && unit(tokens.get(index + 1).form()).equals(unit("عام"));
  }

  /** «يوم واحد»: a single one in words counts nothing. */
  private boolean isOne(String value, int index) {
    return value.equals("1") && !Character.isDigit(tokens.get(index).form().charAt(0));
  }

  private static Map<String, String> units() {
    Map<String, String> units = new HashMap<>();
    for (List<String> line : Tables.lines("figures.txt")) {
      if (line.get(0).equals("time")) {
        line.forEach(word -> units.put(Tables.folded(word), line.get(1)));
      }
    }
    return Map.copyOf(units);
  }

  /** What the words around say; behind is the index of the first behind the number. */
  private Figure.Sort sort(int index, int behind) {
    boolean about =
        is(ABOUT, index - 1) || (index > 1 && is(ABOUT, index - 2)) || is(ABOUT, behind);
    boolean known = isKnown(index);
    String unit = behind < tokens.size() ? unit(tokens.get(behindAnother(behind)).form()) : "";
    unit = known && index > 0 && unit.isEmpty() ? unit(tokens.get(index - 1).form()) : unit;
    unit = Clock.isTime(text, index, behind) ? CLOCK : is(NUMBERED, index - 1) ? NUMBER : unit;
    return new Figure.Sort(
        unit, about, is(OTHERS, behind) || is(OTHERS, behind + 1), known || is(PART, index - 1));
  }

  /** «24 و31 عاما»: the index behind a number that another joins, or the same. */
  private int behindAnother(int index) {
    boolean and = Grammar.isAnd(tokens.get(index).form()) && index + 1 < tokens.size();
    Digits other = Digits.at(text, and ? index + 1 : index);
    return other != null && (and || other.conjoined()) && other.end() < tokens.size()
        ? other.end()
        : index;
  }

  /** «الدول الثلاث», «الوزيران»: with an article they have been told of. */
  private boolean isKnown(int index) {
    String form = tokens.get(index).form();
    return form.startsWith(Bases.ARTICLE) && Bases.isArabic(form);
  }

  private boolean is(Set<String> words, int index) {
    return index >= 0
        && index < tokens.size()
        && Bases.stems(tokens.get(index)).stream().anyMatch(words::contains);
  }

  /** Whether a word says that what bears a number follows, and the unit is that. */
  static boolean isNumbered(String unit, String word) {
    return unit.equals(NUMBER) && NUMBERED.contains(Bases.bare(word));
  }

  /** The unit of time that a word names; empty for other words. */
  static String unit(String word) {
    return UNITS.getOrDefault(Bases.bare(word), "");
  }

  private static boolean isAnd(Token token) {
    return token.form().length() <= 3 && Grammar.isConjoined(token);
  }

  /** The index behind a per cent that stands there, or -1. */
  private int behindPercent(int end) {
    int offset = tokens.get(end - 1).end();
    while (offset < text.original().length() && isBlank(text.original().charAt(offset))) {
      offset++;
    }
    char sign = offset < text.original().length() ? text.original().charAt(offset) : ' ';
    if (sign == '%' || sign == '٪') {
      return end;
    }
    for (int i = end; i < Math.min(end + 2, tokens.size()); i++) {
      boolean ordinal = i > end && tokens.get(i - 1).form().equals(BEYOND);
      if (PERCENT.contains(tokens.get(i).form()) && !ordinal) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isBlank(char sign) {
    return sign == ' ' || sign == '\u00a0' || sign == '\u202f';
  }

  /** The index behind «نقطة أساس», a hundredth of a per cent, that stands there, or -1. */
  private int behindPoints(int end) {
    boolean points =
        end + 1 < tokens.size()
            && POINTS.contains(tokens.get(end).form())
            && BASES.contains(tokens.get(end + 1).form());
    return points ? end + 2 : is(POINTS_OF_BASE, end) ? end + 1 : -1;
  }

  private static String hundredth(String value) {
    return value.charAt(0) == '~'
        ? value
        : new BigDecimal(value).movePointLeft(2).stripTrailingZeros().toPlainString();
  }

  /** The numbers that are only counted by. */
  Set<String> ordinals() {
    return ordinals;
  }

  /** All that were read. */
  List<Figure> figures(List<Atom> atoms) {
    return found.stream()
        .map(
            one ->
                new Figure(
                    one.value(),
                    acts(atoms, one),
                    counted(atoms, one.atom()),
                    one.place(),
                    one.sort()))
        .toList();
  }

  /** What happened to so many: the nearest act before in the same clause, else behind. */
  private static Set<String> acts(List<Atom> atoms, Pending number) {
    if (number.atom() < atoms.size() && isCountedAct(atoms.get(number.atom()))) {
      return atoms.get(number.atom()).keys();
    }
    boolean stop = number.clause();
    for (int i = number.atom() - 1; i >= Math.max(0, number.atom() - REACH) && !stop; i--) {
      if (atoms.get(i).kind().isAct()) {
        return atoms.get(i).keys();
      }
      stop = atoms.get(i).conjoined();
    }
    for (int i = number.atom(); i < Math.min(atoms.size(), number.atom() + REACH); i++) {
      if (i > number.atom() && atoms.get(i).conjoined()) {
        break;
      }
      if (atoms.get(i).kind().isAct()) {
        return atoms.get(i).keys();
      }
    }
    return Set.of();
  }

  /** «6 قتلى»: whom it happened to is counted. */
  private static boolean isCountedAct(Atom next) {
    return next.kind().isAct() && next.part().voice() == Atom.Voice.NONE && !next.conjoined();
  }

  private static Set<String> counted(List<Atom> atoms, int index) {
    if (index >= atoms.size() || atoms.get(index).conjoined()) {
      return Set.of();
    }
    Atom next = atoms.get(index);
    return next.kind() == Kind.NOUN || next.kind().isName() ? next.keys() : Set.of();
  }
}
