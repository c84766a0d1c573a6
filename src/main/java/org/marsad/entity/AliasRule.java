package org.marsad.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spellings, and when they name the entity.
 *
 * @param of the entity before whose name they must stand (قوات before حفتر), if any
 */
record AliasRule(List<String> spellings, Condition condition, @Nullable String of) {}
