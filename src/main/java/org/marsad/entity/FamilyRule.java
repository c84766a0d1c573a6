package org.marsad.entity;

import java.util.List;

/** What the members of a family share: spellings of surnames, middle names, other relatives. */
record FamilyRule(List<String> surname, List<String> middle, List<String> relatives) {}
