/** The catalogue of people, forces, places and bodies, and whom a text mentions. */
@NullMarked
package org.marsad.entity;

import org.jspecify.annotations.NullMarked;
