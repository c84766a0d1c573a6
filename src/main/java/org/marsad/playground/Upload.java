package org.marsad.playground;

/**
 * A file as it was sent.
 *
 * @param name its name
 * @param bytes what is in it; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Upload(String name, byte[] bytes) {}
