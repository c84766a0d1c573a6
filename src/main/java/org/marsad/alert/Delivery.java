package org.marsad.alert;

import java.time.Instant;

/**
 * One row of the outbox, claimed to be told.
 *
 * @param id the key in the table {@code outbox}
 * @param chat whom to tell, as it is now
 * @param told what
 * @param silent whether it arrives without a sound
 * @param attempts how often it was tried before
 * @param createdAt when it was stored
 */
public record Delivery(
    long id, Chat chat, Told told, boolean silent, int attempts, Instant createdAt) {}
