/** The adapter to Telegram in both ways; the only room that knows TelegramBots. */
@NullMarked
package org.marsad.telegram;

import org.jspecify.annotations.NullMarked;
