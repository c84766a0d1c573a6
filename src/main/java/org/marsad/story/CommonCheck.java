package org.marsad.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Verdict.Reason;

/** Whether two reports have enough in common to tell the same event. Pure functions. */
final class CommonCheck {
  private static final int MIN_SHARED = 5;
  private static final int MIN_MATCHED = 3;
  private static final int MANY_SHARED = 8;

  /** Numbers of which it is no chance that both have them. */
  private static final Pattern LARGE = Pattern.compile("~.*|.*[0-9.]{2,}.*");

  private CommonCheck() {}

  /** That they have too little in common, or null. */
  static @Nullable Verdict news(Account told, Account fresh) {
    List<Atom> before = told.title().facts();
    long kept = before.stream().filter(atom -> Weight.stands(atom, fresh)).count();
    boolean most = 4 * kept >= 3 * before.size();
    long matched = fresh.title().facts().stream().filter(atom -> Weight.stands(atom, told)).count();
    Set<String> names = shared(told, fresh, true);
    Set<String> values = new HashSet<>(fresh.whole().values());
    values.retainAll(told.whole().values());
    long large = values.stream().filter(value -> LARGE.matcher(value).matches()).count();
    long anchors = names.size() + values.size() + large;
    long shared = anchors + shared(told, fresh, false).size();
    boolean isAll = shared >= MANY_SHARED && matched == fresh.title().facts().size();
    boolean within =
        anchors >= 2
            && fresh.title().facts().size() >= MIN_MATCHED
            && fresh.title().facts().stream().allMatch(atom -> stands(atom, told.title()));
    boolean enough =
        anchors > 0
            && shared >= (most ? MIN_SHARED - 1 : MIN_SHARED)
            && (matched + fresh.title().figures().size() >= MIN_MATCHED || isAll)
            && 3 * kept >= before.size();
    return enough || within ? null : Verdict.news(Reason.LITTLE_IN_COMMON, Long.toString(shared));
  }

  private static boolean stands(Atom atom, Passage title) {
    return atom.indexIn(title.atoms()) >= 0;
  }

  /** The names that stand in both, or the other words. */
  private static Set<String> shared(Account told, Account fresh, boolean names) {
    Set<String> shared = new HashSet<>();
    for (Atom atom : fresh.whole().facts()) {
      if (atom.kind().isName() == names && Weight.stands(atom, told)) {
        shared.add(atom.keys().iterator().next());
      }
    }
    return shared;
  }
}
