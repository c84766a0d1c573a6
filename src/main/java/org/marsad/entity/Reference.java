package org.marsad.entity;

import java.util.ArrayList;
import java.util.List;
import org.marsad.entity.Naming.Way;

/**
 * Decides whom a bare surname means. After a relative was named in full it is the relative, unless
 * the item also names the owner of the surname, or the bare surname came first, or it stands in a
 * phrase of what the head of the family has (قوات حفتر). One item.
 */
final class Reference {
  private final Compiled compiled;
  private final List<Naming> inOrder;

  /** Takes the namings of an item in reading order. */
  Reference(Compiled compiled, List<Naming> inOrder) {
    this.compiled = compiled;
    this.inOrder = inOrder;
  }

  /** The same namings; {@code ownersNamed} are people named by an alias besides. */
  List<Naming> resolved(List<Integer> ownersNamed) {
    List<Naming> resolved = new ArrayList<>(inOrder.size());
    for (int i = 0; i < inOrder.size(); i++) {
      Naming naming = inOrder.get(i);
      int relative = naming.way() == Way.BARE ? relativeBefore(i) : -1;
      boolean owner =
          relative < 0 || ownersNamed.contains(naming.person()) || ownerNamed(naming.family());
      resolved.add(owner ? naming : meaning(naming, inOrder.get(relative)));
    }
    return resolved;
  }

  private static Naming meaning(Naming bare, Naming relative) {
    return bare.meaning(relative.person(), relative.verdict());
  }

  private boolean ownerNamed(int family) {
    int owner = compiled.families.get(family).owner();
    return owner >= 0
        && inOrder.stream()
            .anyMatch(
                other ->
                    other.family() == family
                        && other.person() == owner
                        && other.isNamed()
                        && (other.way() == Way.FULL || other.way() == Way.RANKED));
  }

  /** The last relative named in full before, or -1 if a bare surname came before any. */
  private int relativeBefore(int index) {
    int family = inOrder.get(index).family();
    int last = -1;
    for (int i = 0; i < index; i++) {
      Naming before = inOrder.get(i);
      if (before.family() == family && before.way() == Way.FULL) {
        last = i;
      } else if (before.family() == family && last < 0 && before.way() != Way.FIRST_NAME) {
        return -1;
      }
    }
    return last;
  }
}
