package org.marsad.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Naming.Way;

/**
 * Finds relatives who are named by first name beside a word of kinship: «حفتر يعين نجله صدام»,
 * «أبناء حفتر.. صدام وخالد», «صدام، نجل حفتر», "Haftar's son Saddam". Only families that the item
 * names count. One field, one thread.
 */
final class Kinship {
  private static final int MAX_STEPS = 10;
  private static final int MAX_TOLD = 2;

  private final Compiled compiled;
  private final Side side;
  private final Scan scan;
  private final Set<Integer> families = new HashSet<>();
  private final Map<Integer, Naming> byWord = new HashMap<>();
  private final Map<Integer, Naming> byEnd = new HashMap<>();
  private final List<Naming> found = new ArrayList<>();

  /** {@code namings} are those of the whole item. */
  Kinship(Compiled compiled, Side side, List<Naming> namings) {
    this.compiled = compiled;
    this.side = side;
    scan = side.scan();
    for (Naming naming : namings) {
      families.add(naming.family());
      if (naming.side() == side) {
        byEnd.putIfAbsent(naming.to(), naming);
        for (int at = naming.from(); at < naming.to(); at++) {
          byWord.putIfAbsent(at, naming);
        }
      }
    }
  }

  List<Naming> find() {
    for (Span kin : scan.all()) {
      if (kin.is(Role.KIN) || kin.is(Role.KINSFOLK)) {
        forward(kin);
        backward(kin);
      }
    }
    return found;
  }

  /** From the word of kinship over whose kin it is to the first names. */
  private void forward(Span kin) {
    int at = kin.to();
    int breaks = 0;
    for (int step = 0; step < MAX_STEPS && at < scan.size(); step++) {
      breaks += scan.joined(at) ? 0 : 1;
      if (breaks > 1) {
        return;
      }
      Span member = member(at, true);
      if (member != null && covering(at) == null) {
        list(member);
        return;
      }
      int next = skip(at);
      if (next == at) {
        return;
      }
      at = next;
    }
  }

  private void list(Span first) {
    @Nullable Span span = first;
    for (int i = 0; i < MAX_STEPS && span != null; i++) {
      if (span.is(Role.MEMBER) && !goesOn(span.to())) {
        add(span);
      }
      span = following(span.to());
    }
  }

  /** The next first name of a list; a word or two may tell what each is (صدام للجيش وخالد). */
  private @Nullable Span following(int from) {
    for (int at = from; at <= from + MAX_TOLD && at < scan.size(); at++) {
      Span and = scan.from(at, Role.ANDS);
      int next = and == null ? at : and.to();
      boolean linked = and != null || !scan.joined(at) || scan.token(at).form().startsWith("و");
      Span member = linked ? member(next, false) : null;
      Span other = linked ? scan.from(next, Kinship::relative) : null;
      if (member != null || (other != null && at == from)) {
        return member != null ? member : other;
      }
      if (!scan.joined(at)) {
        return null;
      }
    }
    return null;
  }

  /** A first name, and behind it another that makes it somebody else's (نجله خالد محمود). */
  private boolean goesOn(int to) {
    if (!scan.joined(to)) {
      return false;
    }
    Span given = scan.from(to, Role.GIVEN);
    boolean arabic = given != null && given.proclitics().isEmpty();
    return arabic || (Capitals.firstName(side, to) && scan.from(to, Role.SURNAME) == null);
  }

  /** «صدام نجل حفتر», "Saddam, Haftar's son": the first name stands before. */
  private void backward(Span kin) {
    int start = before(kin.from(), Role.BESIDE_KIN);
    Naming before = ending(start);
    boolean owned = before != null || ownerFollows(kin.to());
    int owner = before == null ? start : before.from();
    int end = kin.is(Role.KINSFOLK) ? before(owner, Role.ONE_OF) : owner;
    if (kin.is(Role.KINSFOLK) && end == owner) {
      return;
    }
    int family = before == null ? -1 : before.family();
    Span member = scan.to(end, span -> known(span) && (family < 0 || familyOf(span) == family));
    if (owned && member != null && covering(member.from()) == null) {
      add(member);
    }
  }

  private int before(int end, Role role) {
    int at = end;
    for (Span beside = scan.to(at, role); beside != null; beside = scan.to(at, role)) {
      at = beside.from();
    }
    return at;
  }

  private boolean ownerFollows(int at) {
    int next = at;
    for (int step = 0; step < MAX_STEPS && next < scan.size(); step++) {
      Naming naming = covering(next);
      if (naming != null) {
        return true;
      }
      Span title = scan.from(next, Kinship::between);
      if (title == null || !scan.joined(next)) {
        return false;
      }
      next = title.to();
    }
    return false;
  }

  private int skip(int at) {
    Naming naming = covering(at);
    if (naming != null) {
      return naming.to();
    }
    Span between = scan.from(at, Kinship::between);
    return between == null ? at : between.to();
  }

  private static boolean between(Span span) {
    return span.is(Role.BESIDE_KIN)
        || span.is(Role.TITLES)
        || span.is(Role.RANK)
        || span.is(Role.OF);
  }

  private @Nullable Span member(int at, boolean first) {
    return scan.from(at, span -> known(span) && (!first || !span.and()));
  }

  /** A first name of a member of a family that the item names. */
  private boolean known(Span span) {
    return span.is(Role.MEMBER) && families.contains(familyOf(span));
  }

  private static boolean relative(Span span) {
    return span.is(Role.GIVEN) || span.is(Role.RELATIVE);
  }

  private int familyOf(Span span) {
    Person person = compiled.people.get(span.number());
    return person == null ? -1 : person.family();
  }

  private @Nullable Naming covering(int at) {
    return byWord.get(at);
  }

  private @Nullable Naming ending(int at) {
    return byEnd.get(at);
  }

  private void add(Span member) {
    found.add(
        new Naming(
            side,
            member.from(),
            member.to(),
            familyOf(member),
            member.number(),
            Way.FIRST_NAME,
            Verdict.NAMED,
            member.proclitics(),
            member.sense().spelling()));
  }
}
