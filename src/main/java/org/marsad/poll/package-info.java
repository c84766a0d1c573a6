/** One feed polled: fetched, its new items matched, hits and alerts stored in one transaction. */
@NullMarked
package org.marsad.poll;

import org.jspecify.annotations.NullMarked;
