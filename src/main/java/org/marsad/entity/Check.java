package org.marsad.entity;

import java.util.BitSet;
import java.util.Set;
import org.marsad.entity.Condition.Flag;
import org.marsad.text.Language;

/**
 * A {@link Condition} whose contexts and countries are numbers.
 *
 * @param number the rule's number, which its rivals bear too
 */
record Check(
    int number,
    BitSet countries,
    BitSet or,
    BitSet needs,
    BitSet unless,
    BitSet but,
    BitSet notBeside,
    Set<Language> languages,
    Set<Flag> flags) {
  boolean has(Flag flag) {
    return flags.contains(flag);
  }
}
