package org.marsad.watch;

import java.time.Instant;

/**
 * What one chat wants to hear of.
 *
 * @param id the key in the table {@code watches}
 * @param chatId the key of the chat in the table {@code chats} (not Telegram's number)
 * @param query the query in canonical form, as {@link QueryParser} prints it
 * @param label what alerts and lists call it, in the chat's language: an entity's name, or the
 *     query as typed
 * @param createdAt when it was made
 */
public record Watch(long id, long chatId, String query, String label, Instant createdAt) {}
