package org.marsad.entity;

import org.marsad.text.Field;

/**
 * A place where an entity might be named, and what was decided.
 *
 * @param entity the entity's id
 * @param start the UTF-16 offset of its first char in the field as published
 * @param end the offset behind its last char
 * @param alias the spelling that was recognised, as the catalogue writes it
 */
public record Finding(
    String entity, Field field, int start, int end, String alias, Verdict verdict) {}
