package org.marsad.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Naming.Way;

/**
 * Finds who is named by surname, with or without first names, in one field. Whom a bare surname
 * means is decided over the whole item, by {@link Reference}. One thread.
 */
final class People {
  private static final int MAX_LISTED = 6;
  private static final int MAX_BESIDE = 2;

  private final Compiled compiled;
  private final Judge judge;
  private final Side side;
  private final Scan scan;
  private final Names names;
  private final List<Naming> found = new ArrayList<>();

  People(Compiled compiled, Judge judge, Side side) {
    this.compiled = compiled;
    this.judge = judge;
    this.side = side;
    scan = side.scan();
    names = new Names(compiled, side);
  }

  List<Naming> find() {
    Map<Integer, Map<Integer, Span>> byEnd = new TreeMap<>();
    for (Span span : scan.all()) {
      if (span.is(Role.SURNAME)) {
        byEnd
            .computeIfAbsent(span.to(), to -> new TreeMap<>())
            .merge(family(span), span, (a, b) -> b.from() < a.from() ? b : a);
      }
    }
    byEnd.values().forEach(byFamily -> byFamily.values().forEach(this::surname));
    return found;
  }

  private void surname(Span span) {
    int family = family(span);
    boolean begins = !span.proclitics().isEmpty();
    NameUnit unit =
        begins
            ? new NameUnit(span.from(), span.from(), NameUnit.NOBODY_KNOWN, false, "")
            : names.before(span.from(), family);
    if (unit.isEmpty()) {
      bare(span, family);
      return;
    }
    full(unit, span, family);
    listed(unit, family);
  }

  private int family(Span surname) {
    return compiled.surnames.get(surname.number()).family();
  }

  private void full(NameUnit unit, Span span, int family) {
    String spelling = unit.spelling() + " " + span.sense().spelling();
    Span first = scan.from(unit.from(), name -> name.to() <= unit.to());
    String proclitics = first == null ? "" : first.proclitics();
    Verdict verdict = unit.isKnown() ? verdict(unit, span.to(), proclitics) : Verdict.SOMEBODY_ELSE;
    found.add(
        new Naming(
            side,
            unit.from(),
            span.to(),
            family,
            unit.person(),
            Way.FULL,
            verdict,
            proclitics,
            spelling));
  }

  private Verdict verdict(NameUnit unit, int to, String proclitics) {
    Person person = compiled.people.get(unit.person());
    if (person == null || occupation(unit.from()) || occupationBehind(to)) {
      return Verdict.SOMEBODY_ELSE;
    }
    return judge.verdict(person.full(), new Spot(side, unit.from(), to, proclitics));
  }

  /** «صدام وخالد حفتر»: those before share the surname. */
  private void listed(NameUnit last, int family) {
    NameUnit unit = last;
    for (int i = 0; i < MAX_LISTED && unit.joined(); i++) {
      int end = scan.to(unit.from(), Role.ANDS) == null ? unit.from() : unit.from() - 1;
      unit = names.before(end, family);
      if (unit.isEmpty()) {
        unit = beforeComma(end, family);
      }
      firstName(unit, family);
    }
  }

  private NameUnit beforeComma(int end, int family) {
    Span member = scan.to(end, span -> isMember(span, family));
    if (member == null || scan.joined(end)) {
      return new NameUnit(end, end, NameUnit.NOBODY_KNOWN, false, "");
    }
    boolean more = member.and() || !scan.joined(member.from());
    return new NameUnit(member.from(), end, member.number(), more, member.sense().spelling());
  }

  private boolean isMember(Span span, int family) {
    Person person = span.is(Role.MEMBER) ? compiled.people.get(span.number()) : null;
    return person != null && person.family() == family;
  }

  private void firstName(NameUnit unit, int family) {
    if (!unit.isEmpty() && unit.isKnown()) {
      found.add(
          new Naming(
              side,
              unit.from(),
              unit.to(),
              family,
              unit.person(),
              Way.FIRST_NAME,
              Verdict.NAMED,
              "",
              unit.spelling()));
    }
  }

  private void bare(Span span, int family) {
    int owner = compiled.families.get(family).owner();
    int at = span.proclitics().isEmpty() ? span.from() : -1;
    boolean ranked = false;
    for (Span title = title(at, owner); title != null; title = title(at, owner)) {
      ranked |= title.is(Role.RANK, owner);
      at = title.proclitics().isEmpty() ? title.from() : -1;
    }
    Verdict verdict = occupation(at) ? Verdict.SOMEBODY_ELSE : bareVerdict(span, family);
    Way way = ranked ? Way.RANKED : owned(span, at) ? Way.OWNER : Way.BARE;
    found.add(
        new Naming(
            side,
            span.from(),
            span.to(),
            family,
            owner,
            way,
            verdict,
            span.proclitics(),
            span.sense().spelling()));
  }

  private @Nullable Span title(int end, int owner) {
    if (!scan.joined(end)) {
      return null;
    }
    Span rank = scan.to(end, span -> span.is(Role.RANK, owner));
    return rank == null ? scan.to(end, Role.TITLES) : rank;
  }

  /** An occupation right before, or with what it is of between (لاعب الزمالك السابق). */
  private boolean occupation(int end) {
    int at = end;
    for (int i = 0; i <= MAX_BESIDE && scan.joined(at); i++) {
      if (scan.to(at, Role.OCCUPATIONS) != null) {
        return true;
      }
      if (!scan.token(at - 1).form().startsWith("ال")) {
        return false;
      }
      at--;
    }
    return false;
  }

  /** «حسن رشاد لاعب الأهلي»: without an article it tells what the name before it is. */
  private boolean occupationBehind(int at) {
    Span occupation = scan.joined(at) ? scan.from(at, Role.OCCUPATIONS) : null;
    return occupation != null && !occupation.sense().spelling().startsWith("ال");
  }

  /** The first condition that lets the bare surname count decides. */
  private Verdict bareVerdict(Span span, int family) {
    Verdict verdict = Verdict.SOMEBODY_ELSE;
    for (Span same : scan.startingAt(span.from())) {
      if (same.is(Role.SURNAME) && same.to() == span.to()) {
        Surname surname = compiled.surnames.get(same.number());
        Check bare = surname.family() == family ? surname.bare() : null;
        if (bare != null) {
          verdict = judge.verdict(bare, new Spot(side, span));
        }
        if (verdict == Verdict.NAMED) {
          return verdict;
        }
      }
    }
    return verdict;
  }

  private boolean owned(Span span, int at) {
    if (at >= 0 && scan.joined(at) && scan.to(at, People::owns) != null) {
      return true;
    }
    int behind = span.to();
    for (int i = 0; i < MAX_BESIDE && scan.joined(behind); i++) {
      Span beside = scan.from(behind, Role.BESIDE_KIN);
      behind = beside == null ? behind : beside.to();
    }
    boolean latin = !scan.token(span.from()).isArabic();
    return latin && scan.joined(behind) && scan.from(behind, People::owns) != null;
  }

  private static boolean owns(Span span) {
    return span.is(Role.BELONGINGS) || span.is(Role.KIN) || span.is(Role.KINSFOLK);
  }
}
