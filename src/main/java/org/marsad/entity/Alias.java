package org.marsad.entity;

import org.marsad.entity.Entity.Group;

/**
 * Spellings of an entity with one condition, compiled.
 *
 * @param entity the number of the entity
 * @param of the number of the entity before whose name they stand, or -1
 */
record Alias(int entity, String id, Group group, Check check, int of) {}
