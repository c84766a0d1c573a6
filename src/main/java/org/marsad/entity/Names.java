package org.marsad.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads first names backwards from a surname: «صدام خليفة حفتر» is one name, and it is Saddam's,
 * for the first of its parts decides and the others must be names that may stand between. One
 * thread.
 */
final class Names {
  /** No name has more parts; a text of nothing but names takes no longer for it. */
  private static final int MAX_PARTS = 8;

  private final Compiled compiled;
  private final Side side;
  private final Scan scan;

  Names(Compiled compiled, Side side) {
    this.compiled = compiled;
    this.side = side;
    scan = side.scan();
  }

  /** The first names of a member of the family, or of anybody, that end before the word there. */
  NameUnit before(int end, int family) {
    List<Span> parts = new ArrayList<>();
    int at = end;
    while (parts.size() < MAX_PARTS
        && scan.joined(at)
        && (parts.isEmpty() || parts.get(0).proclitics().isEmpty())) {
      int linked = link(at);
      Span part = part(linked, family);
      if (part == null && parts.isEmpty()) {
        part = behindTitle(at, family);
      }
      if (part == null) {
        break;
      }
      parts.add(0, part);
      at = part.from();
    }
    return parts.isEmpty() ? unknown(end) : unit(parts, at, end, family);
  }

  private NameUnit unit(List<Span> parts, int from, int end, int family) {
    Span first = parts.get(0);
    boolean allowed =
        parts.stream()
            .skip(1)
            .allMatch(part -> part.is(Role.MIDDLE, family) || middle(part, family));
    int person = first.is(Role.MEMBER) && allowed ? first.number() : NameUnit.NOBODY_KNOWN;
    boolean joined = first.and() || (from > 0 && scan.to(from, Role.ANDS) != null);
    return new NameUnit(from, end, person, joined, first.sense().spelling());
  }

  /** A word in capitals that no table knows may be a first name too (Okba Haftar). */
  private NameUnit unknown(int end) {
    boolean name = scan.joined(end) && Capitals.firstName(side, end - 1);
    return new NameUnit(name ? end - 1 : end, end, NameUnit.NOBODY_KNOWN, false, "");
  }

  /** The name part that ends there: of a known member first, else the longest. */
  private @Nullable Span part(int end, int family) {
    Span member = scan.to(end, span -> member(span, family));
    Span other = scan.to(end, span -> name(span, family));
    Span twofold = twofold(end);
    if (twofold != null && (other == null || twofold.length() > other.length())) {
      other = twofold;
    }
    boolean longer = member != null && other != null && other.length() > member.length();
    return member != null && !longer ? member : other;
  }

  private boolean member(Span span, int family) {
    Person person = span.is(Role.MEMBER) ? compiled.people.get(span.number()) : null;
    return person != null && person.family() == family;
  }

  private boolean middle(Span part, int family) {
    Span middle =
        scan.from(part.from(), span -> span.is(Role.MIDDLE, family) && span.to() == part.to());
    return middle != null;
  }

  private static boolean name(Span span, int family) {
    return span.is(Role.GIVEN) || span.is(Role.MIDDLE, family) || span.is(Role.RELATIVE, family);
  }

  /** عبد + الله, أبو + القاسم: both are one first name, whatever the second is. */
  private @Nullable Span twofold(int end) {
    for (int first = end - 2; first >= 0 && first >= end - 3 && scan.joined(first + 1); first--) {
      int to = first + 1;
      Span half = scan.to(to, Role.HALF_NAMES);
      boolean article = end - first == 2 || scan.isLatinArticle(end - 2);
      if (half != null && article && scan.joined(end - 1)) {
        return new Span(half.sense(), half.from(), end, half.proclitics());
      }
    }
    return null;
  }

  private int link(int at) {
    Span link = scan.to(at, Role.LINKS);
    return link != null && link.proclitics().isEmpty() && scan.joined(link.from())
        ? link.from()
        : at;
  }

  /** Titles may stand between first name and surname, but only a known name reaches over them. */
  private @Nullable Span behindTitle(int end, int family) {
    Span title = scan.to(end, span -> span.is(Role.TITLES) && span.proclitics().isEmpty());
    if (title == null || !scan.joined(title.from())) {
      return null;
    }
    return scan.to(title.from(), span -> member(span, family));
  }
}
