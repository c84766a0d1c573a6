package org.marsad.entity;

import org.marsad.text.Field;

/**
 * An item names an entity.
 *
 * @param entity the entity's id
 * @param field the field the name stands in
 * @param start the UTF-16 offset of its first char in that field as published
 * @param end the offset behind its last char
 * @param alias the alias that was recognised, as the catalogue writes it
 */
public record Mention(String entity, Field field, int start, int end, String alias) {}
