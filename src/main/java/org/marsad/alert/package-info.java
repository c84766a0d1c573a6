/**
 * What each chat must be told and in which words: the outbox, the wording of an alert, its
 * delivery.
 */
@NullMarked
package org.marsad.alert;

import org.jspecify.annotations.NullMarked;
