/** Feeds and items as published: fetched politely, parsed whatever the dialect, stored once. */
@NullMarked
package org.marsad.feed;

import org.jspecify.annotations.NullMarked;
