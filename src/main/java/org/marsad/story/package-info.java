/** Which items tell the same event: reports compared, and placed in stories. */
@NullMarked
package org.marsad.story;

import org.jspecify.annotations.NullMarked;
