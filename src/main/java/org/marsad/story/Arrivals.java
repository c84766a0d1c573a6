package org.marsad.story;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether trucks, aid or a plane came: «وصلت قافلة إلى ...», «دخلت القافلة ...» and «... تستقبل
 * القافلة» tell one thing of what carries goods or people, though not of soldiers. Pure functions.
 */
final class Arrivals {
  private static final Set<String> CARRIERS =
      Set.of(
          Wider.named("convoy"),
          Wider.named("truck"),
          Wider.named("tankertruck"),
          Wider.named("aid"),
          Wider.named("plane"),
          Wider.named("train"));

  private static final Set<String> ARMED =
      Set.of(
          Wider.named("army"),
          Wider.named("militant"),
          Wider.named("soldier"),
          Wider.named("warplane"));

  private static final Set<String> COMING =
      Set.of(Wider.named("arrive"), Wider.named("enter"), Wider.named("land"));

  private static final Set<String> RECEIVE = Set.of("استقبل", "يستقبل", "تستقبل", "استقبال");

  private Arrivals() {}

  /** Whether an act of the fresh headline only says in its way what was told. */
  static boolean tells(Atom act, Account told, Account fresh) {
    Set<String> things = Wider.classes(fresh.title().keys());
    Set<String> carriers = new HashSet<>(things);
    carriers.retainAll(CARRIERS);
    boolean comes =
        !Collections.disjoint(Wider.classes(act.keys()), COMING) || RECEIVE.contains(act.form());
    return comes
        && !Collections.disjoint(COMING, Wider.classes(told.title().keys()))
        && !Collections.disjoint(carriers, told.wider())
        && Collections.disjoint(ARMED, things);
  }
}
