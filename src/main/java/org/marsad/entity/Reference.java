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
  List<Naming> resolved(Set<Integer> ownersNamed) {
    Set<Integer> ownFamilies = familiesWhoseOwnerIsNamed();
    Map<Integer, Naming> lastInFull = new HashMap<>();
    Set<Integer> surnameFirst = new HashSet<>();
    List<Naming> resolved = new ArrayList<>(inOrder.size());
    for (Naming naming : inOrder) {
      int family = naming.family();
      @Nullable Naming relative = lastInFull.get(family);
      boolean owner =
          naming.way() != Way.BARE
              || ownersNamed.contains(naming.person())
              || ownFamilies.contains(family);
      resolved.add(
          relative == null || owner
              ? naming
              : naming.meaning(relative.person(), relative.verdict()));
      if (naming.way() == Way.FULL && !surnameFirst.contains(family)) {
        lastInFull.put(family, naming);
      } else if (naming.way() != Way.FIRST_NAME && relative == null) {
        surnameFirst.add(family);
      }
    }
    return resolved;
  }

  private Set<Integer> familiesWhoseOwnerIsNamed() {
    Set<Integer> families = new HashSet<>();
    for (Naming naming : inOrder) {
      int owner = compiled.families.get(naming.family()).owner();
      boolean inFull = naming.way() == Way.FULL || naming.way() == Way.RANKED;
      if (owner >= 0 && naming.person() == owner && naming.isNamed() && inFull) {
        families.add(naming.family());
      }
    }
    return families;
  }
}
