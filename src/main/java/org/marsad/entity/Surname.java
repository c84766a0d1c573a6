package org.marsad.entity;

import org.jspecify.annotations.Nullable;

/**
 * A surname as it is spelt, compiled.
 *
 * @param family the number of the family
 * @param bare when it means the family's owner without a first name; null if it never does
 */
record Surname(int family, @Nullable Check bare) {}
