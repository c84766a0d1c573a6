package org.marsad.entity;

import java.util.List;
import java.util.Map;

/** The catalogue's file as read: spellings of contexts by id, families by id, entities. */
record Definitions(
    Map<String, List<String>> contexts,
    Map<String, FamilyRule> families,
    List<Definition> entities) {}
