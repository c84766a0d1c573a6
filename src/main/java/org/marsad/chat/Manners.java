package org.marsad.chat;

import org.marsad.alert.Digests;
import org.marsad.alert.Habits;
import org.marsad.alert.Mutes;
import org.marsad.alert.Spikes;

/** How and when a chat is told. */
public record Manners(Habits habits, Mutes mutes, Digests digests, Spikes spikes) {}
