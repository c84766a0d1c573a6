/** Which items tell the same event. */
@NullMarked
package org.marsad.story;

import org.jspecify.annotations.NullMarked;
