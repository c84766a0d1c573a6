package org.marsad.text;

/**
 * One way to read a word: letters of conjunctions and prepositions, then the base they are put
 * before. «وللنفط» reads as «ول» before «النفط».
 *
 * @param proclitics the letters before the base without its article, as folded; empty for the bare
 *     word
 * @param base the rest, with its article where it has one
 */
public record Reading(String proclitics, String base) {}
