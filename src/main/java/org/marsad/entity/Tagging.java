package org.marsad.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Document;

/** Finds every candidate in one item and decides on each. One use, one thread. */
final class Tagging {
  private final Compiled compiled;
  private final Evidence evidence;
  private final Judge judge;
  private final List<Candidate> candidates = new ArrayList<>();

  Tagging(Compiled compiled, Document document) {
    this.compiled = compiled;
    evidence = new Evidence(compiled, document);
    judge = new Judge(evidence);
  }

  /** The candidates, in no order. */
  List<Candidate> decided() {
    evidence.sides().forEach(this::aliases);
    List<Naming> people = people();
    List<Naming> named = new ArrayList<>(people);
    candidates.forEach(candidate -> named.add(byAlias(candidate)));
    people.forEach(this::person);
    named.forEach(this::whatIsTheirs);
    return Longest.of(candidates, compiled.groups);
  }

  private void aliases(Side side) {
    for (Span span : side.scan().all()) {
      if (span.is(Role.NOT)) {
        Check check = compiled.nots.get(span.number());
        add(side, span, -1, judge.verdict(check, new Spot(side, span)));
      } else if (span.is(Role.ALIAS)) {
        Alias alias = compiled.aliases.get(span.number());
        add(side, span, alias.entity(), verdict(side, span, alias));
      }
    }
  }

  private Verdict verdict(Side side, Span span, Alias alias) {
    boolean somebody =
        alias.group() == Entity.Group.PLACE
            && oneName(side, span)
            && span.proclitics().isEmpty()
            && side.scan().joined(span.from())
            && side.scan().to(span.from(), Tagging::isBeforeAName) != null;
    if (somebody) {
      return Verdict.SOMEBODY_ELSE;
    }
    Verdict verdict = judge.verdict(alias.check(), new Spot(side, span));
    return verdict == Verdict.NAMED && isSpelledOutOtherwise(side.scan(), span, alias)
        ? Verdict.OTHER_CONTEXT
        : verdict;
  }

  private boolean isSpelledOutOtherwise(Scan scan, Span span, Alias alias) {
    if (!Initials.are(scan, span)) {
      return false;
    }
    String capitals = scan.token(span.from()).written();
    return evidence.sides().stream()
        .anyMatch(side -> Initials.spellAnotherOut(side, capitals, own -> isOf(own, alias)));
  }

  private boolean isOf(Span span, Alias alias) {
    return (span.is(Role.ALIAS) && compiled.aliases.get(span.number()).entity() == alias.entity())
        || (span.is(Role.CONTEXT)
            && (alias.check().or().get(span.number()) || alias.check().needs().get(span.number())));
  }

  /** A first name, or a definite occupation (الفنانة مروي; but لاعب درنة plays for the town). */
  private static boolean isBeforeAName(Span span) {
    return span.is(Role.GIVEN)
        || (span.is(Role.OCCUPATIONS) && span.sense().spelling().startsWith("ال"));
  }

  /** A single word, or one with its article in Latin script: El Fasher. */
  private static boolean oneName(Side side, Span span) {
    return span.length() == 1 || (span.length() == 2 && side.scan().isLatinArticle(span.from()));
  }

  private void add(Side side, Span span, int entity, Verdict verdict) {
    candidates.add(
        new Candidate(
            side,
            span.from(),
            span.to(),
            entity,
            span.proclitics(),
            span.sense().spelling(),
            verdict,
            true));
  }

  private List<Naming> people() {
    List<Naming> found = new ArrayList<>();
    for (Side side : evidence.sides()) {
      List<Naming> here = new People(compiled, judge, side).find();
      here.sort(Comparator.comparingInt(Naming::from));
      found.addAll(here);
    }
    Set<Integer> named =
        candidates.stream()
            .filter(Candidate::isNamed)
            .map(Candidate::entity)
            .collect(Collectors.toSet());
    List<Naming> people = new ArrayList<>(new Reference(compiled, found).resolved(named));
    for (Side side : evidence.sides()) {
      people.addAll(new Kinship(compiled, side, found).find());
    }
    return people;
  }

  /** A nickname stands for its person as a name does. */
  private static Naming byAlias(Candidate alias) {
    return new Naming(
        alias.side(),
        alias.from(),
        alias.to(),
        -1,
        alias.entity(),
        Naming.Way.FULL,
        alias.verdict(),
        alias.proclitics(),
        alias.spelling());
  }

  private void person(Naming naming) {
    candidates.add(
        new Candidate(
            naming.side(),
            naming.from(),
            naming.to(),
            naming.person(),
            naming.proclitics(),
            naming.spelling(),
            naming.verdict(),
            true));
  }

  /** «قوات حفتر», "Haftar's forces" name the forces besides. */
  private void whatIsTheirs(Naming naming) {
    if (!naming.isNamed() || naming.person() < 0) {
      return;
    }
    Span before = "ل".startsWith(naming.proclitics()) ? headBefore(naming) : null;
    Span behind = headBehind(naming);
    if (before != null) {
      theirs(naming, before, before.from(), naming.to());
    } else if (behind != null) {
      theirs(naming, behind, naming.from(), behind.to());
    }
  }

  private void theirs(Naming naming, Span head, int from, int to) {
    int entity = compiled.aliases.get(head.number()).entity();
    String spelling = head.sense().spelling() + " + " + naming.spelling();
    candidates.add(
        new Candidate(naming.side(), from, to, entity, "", spelling, Verdict.NAMED, false));
  }

  private @Nullable Span headBefore(Naming naming) {
    Scan scan = naming.side().scan();
    int at = naming.from();
    while (scan.joined(at)) {
      Span head = scan.to(at, span -> isHead(span, naming.person()));
      if (head != null) {
        return head;
      }
      Span skipped =
          scan.to(at, span -> span.is(Role.TITLES) || span.is(Role.RANK) || span.is(Role.OWNED));
      if (skipped == null) {
        return null;
      }
      at = skipped.from();
    }
    return null;
  }

  private @Nullable Span headBehind(Naming naming) {
    Scan scan = naming.side().scan();
    if (scan.token(naming.from()).isArabic()) {
      return null;
    }
    int at = naming.to();
    while (scan.joined(at)) {
      Span head = scan.from(at, span -> isHead(span, naming.person()));
      if (head != null) {
        return head;
      }
      Span owned = scan.from(at, Role.OWNED);
      if (owned == null) {
        return null;
      }
      at = owned.to();
    }
    return null;
  }

  private boolean isHead(Span span, int person) {
    return span.is(Role.HEAD) && compiled.aliases.get(span.number()).of() == person;
  }
}
