package org.marsad.chat;

import org.marsad.alert.Digests;
import org.marsad.alert.Habits;
import org.marsad.alert.Mutes;

/** How and when a chat is told. */
public record Manners(Habits habits, Mutes mutes, Digests digests) {}
