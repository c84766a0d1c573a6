/** What chats look for: queries, watches, and the matcher that finds the hits of an item. */
@NullMarked
package org.marsad.watch;

import org.jspecify.annotations.NullMarked;
