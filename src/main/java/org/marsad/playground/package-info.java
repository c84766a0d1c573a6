/**
 * A stand-in Bot API server, a chat page and a sample newsroom, to try the bot without a token or a
 * network.
 *
 * <p>{@link org.marsad.playground.Playground} puts all three on the program's HTTP server. {@link
 * org.marsad.playground.StandIn} is Telegram without HTTP: {@code Sending}, {@code Editing}, {@code
 * Commands}, {@code Looking} and {@code Webhooks} hold its methods, {@code ChatAccess} says who may
 * what, {@code HtmlReader} and {@code MessageText} what becomes of a text, {@link
 * org.marsad.playground.Crowd} what people do. {@link org.marsad.playground.StandInServer} gives it
 * a port of its own, for tests. {@code ChatPage} and the files in {@code resources/playground} are
 * the page; {@code Newsroom} publishes {@code news.tsv}.
 */
@NullMarked
package org.marsad.playground;

import org.jspecify.annotations.NullMarked;
