package org.marsad.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.story.Parts.Part;
import org.marsad.story.Parts.Role;

/**
 * Whether who does it in one headline has it done to, for or against in the other. Pure functions.
 */
final class AgentCheck {
  private static final Set<Place> TURNED = Set.of(Place.FROM, Place.TO, Place.ON);

  private AgentCheck() {}

  /**
   * Whose part is turned round, or null.
   *
   * @param told the parts of the told headline
   * @param fresh the parts of the fresh one
   */
  static @Nullable Verdict news(Pair pair, List<Role> told, List<Role> fresh) {
    Atom now = turned(pair.fresh().title(), fresh, pair.told(), told);
    Atom before = now == null ? turned(pair.told().title(), told, pair.fresh(), fresh) : now;
    return before == null ? null : RoleCheck.differs(before);
  }

  private static @Nullable Atom turned(
      Passage one, List<Role> parts, Account other, List<Role> others) {
    for (int i = 0; i < parts.size(); i++) {
      Atom agent = one.atoms().get(i);
      if (parts.get(i).part() == Part.AGENT
          && agent.kind() != Kind.SOFT
          && agent.place() != Place.SOURCE
          && !(i > 0 && agent.kind() == Kind.GEO && Titles.isOffice(one.atoms().get(i - 1)))
          && isOnlyOfOthers(agent, other.whole())
          && hasAgent(one.atoms().get(parts.get(i).act()), other.title(), others)) {
        return agent;
      }
    }
    return null;
  }

  private static boolean isOnlyOfOthers(Atom agent, Passage other) {
    List<Atom> same = other.atoms().stream().filter(agent::isSame).toList();
    return !same.isEmpty() && same.stream().allMatch(atom -> TURNED.contains(atom.place()));
  }

  private static boolean hasAgent(Atom act, Passage title, List<Role> parts) {
    return parts.stream()
        .anyMatch(
            role -> role.part() == Part.AGENT && act.shares(title.atoms().get(role.act()).keys()));
  }
}
