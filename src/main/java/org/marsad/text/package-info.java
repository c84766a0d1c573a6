/**
 * Pure functions on Arabic and Latin text: folding and tokenising with offsets into the original,
 * isolating direction, escaping and cutting.
 */
@NullMarked
package org.marsad.text;

import org.jspecify.annotations.NullMarked;
