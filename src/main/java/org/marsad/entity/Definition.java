package org.marsad.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity as the catalogue's file states it.
 *
 * @param not longer phrases that hold an alias but name something else
 * @param line where it begins in the file
 */
record Definition(
    Entity entity,
    List<AliasRule> aliases,
    List<AliasRule> not,
    @Nullable PersonRule person,
    int line) {}
