package org.marsad.entity;

import java.util.Locale;

/** What a phrase may be to the tagger. Those of {@code words.yaml} are keys of that table. */
enum Role {
  /** An alias; its number is that of a {@link Alias}. */
  ALIAS,
  /**
   * Stands before the name of somebody (قوات before حفتر); its number is that of a {@link Alias}.
   */
  HEAD,
  /** A phrase that holds an alias but names something else; its number is that of its check. */
  NOT,
  /** A word that may name the rival of an alias; its number is the alias's rule. */
  RIVAL,
  /** A surname; its number is that of a {@link Surname}. */
  SURNAME,
  /** The first name of a known person; its number is the person's. */
  MEMBER,
  /** A name that may stand between; its number is the family's. */
  MIDDLE,
  /** The first name of another relative; its number is the family's. */
  RELATIVE,
  /** A rank that makes the bare surname a person's; its number is the person's. */
  RANK,
  /** A word of a context; its number is the context's. */
  CONTEXT,
  /** A country's name; its number is the country's. Likewise its people and its cities. */
  COUNTRY,
  PEOPLE,
  CITY,
  /** Any first name, of {@code given-names.txt}. */
  GIVEN,
  TITLES,
  OCCUPATIONS,
  KIN,
  KINSFOLK,
  BESIDE_KIN,
  ONE_OF,
  BELONGINGS,
  LINKS,
  ANDS,
  HALF_NAMES,
  PREPOSITIONS,
  /** Tie a word of kinship to a name in Latin script. */
  OF,
  BETWEEN,
  PLACE_NOUNS,
  /** Stand before the name of a place. */
  WHEREABOUTS,
  OWNED,
  ENGLISH,
  FRENCH,
  NO_NAMES;

  /** Its key in {@code words.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
