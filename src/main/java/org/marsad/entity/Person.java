package org.marsad.entity;

/**
 * A person of the catalogue, compiled.
 *
 * @param entity the number of the entity
 * @param family the number of the family
 * @param full when the full name means this person
 */
record Person(int entity, String id, int family, Check full) {}
