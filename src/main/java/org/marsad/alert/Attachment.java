package org.marsad.alert;

/**
 * A document to be sent.
 *
 * @param name of the file, with its ending
 * @param bytes what is in it; not copied, not to be changed
 * @param caption what is shown below it, at most 1024 characters
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Attachment(String name, byte[] bytes, Message caption) {}
