package org.marsad.entity;

import java.util.List;

/**
 * How the names of a person are put together.
 *
 * @param family the family's id; of the person's own one the entity's id
 * @param bare when the surname alone means this person; empty if it never does
 * @param full when the full name does
 */
record PersonRule(
    String family, List<String> given, List<AliasRule> bare, List<String> rank, Condition full) {}
