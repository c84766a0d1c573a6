/**
 * The stored items searched, and queries tried on them: an index finds candidates, the matcher
 * confirms.
 */
@NullMarked
package org.marsad.archive;

import org.jspecify.annotations.NullMarked;
