package org.marsad.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/** Which words of a text are denied, read from word to word. Serves one text. */
final class Negation {
  private static final String REJECT = Wider.named("reject");
  private static final Set<String> BEFORE_VERBS = Set.of("لم", "ولم", "لن", "ولن", "لا", "ولا");

  /** That they are not told denies nothing: «لم يذكر أسباب الإعفاء». */
  private static final Set<String> NOTHING =
      Set.of("اسباب", "سبب", "دواعي", "تفاصيل", "مزيد", "مزيدا", "هويه", "دوافع", "ملابسات");

  private final Folded text;
  private final List<Token> tokens;
  private final Set<String> denied = new HashSet<>();

  /** Whether a negation waits for what it denies. */
  private boolean waits;

  /** Whether that is said by a verb that tells nothing itself: «لم يسفر ... عن إصابات». */
  private boolean hollow;

  /** Whether there was a negation in the clause. */
  private boolean scope;

  Negation(Folded text) {
    this.text = text;
    this.tokens = text.tokens();
  }

  /** Reads the next word; whether the negation before it governs it. */
  boolean governs(int i, Kind kind, Set<String> keys) {
    Token token = tokens.get(i);
    boolean ends = token.gap() == Token.Gap.BREAK || Grammar.isConjoined(token);
    scope &= !ends;
    waits &= !((hollow && ends) || NOTHING.contains(Bases.bare(token.form())));
    hollow = waits && (hollow || isHollow(i, kind));
    boolean negated = waits && (hollow ? kind.isAct() : kind.isNegated());
    if (scope && kind.isNegated()) {
      denied.addAll(keys);
      denied.addAll(Roots.of(token.form()));
    }
    boolean not = kind == Kind.NOT;
    waits = not || (waits && !negated && !isOfOneWord(i));
    hollow &= waits && !not;
    scope |= not || Wider.classes(keys).contains(REJECT);
    return negated;
  }

  /** What the words in denied clauses can be matched by. */
  Set<String> denied() {
    return denied;
  }

  /** A verb behind «لم» that tells nothing: what it denies comes behind its subject. */
  private boolean isHollow(int i, Kind kind) {
    return i > 0
        && BEFORE_VERBS.contains(tokens.get(i - 1).form())
        && (kind == Kind.SAY || kind == Kind.FUNC || kind == Kind.SOFT)
        && Bases.isArabic(tokens.get(i).form())
        && !Numerals.isBehind(text, i + 1);
  }

  /** «غير عادي»: behind such a word nothing but the next is denied. */
  private boolean isOfOneWord(int i) {
    return i > 0 && tokens.get(i - 1).form().equals("غير");
  }
}
