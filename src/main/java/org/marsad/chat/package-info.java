/** One line of text or one button press becomes a command, a change and a reply. */
@NullMarked
package org.marsad.chat;

import org.jspecify.annotations.NullMarked;
