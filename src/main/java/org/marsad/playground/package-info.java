/**
 * A stand-in Bot API server, a chat page and a sample newsroom, to try the bot without a token or a
 * network.
 */
@NullMarked
package org.marsad.playground;

import org.jspecify.annotations.NullMarked;
