package org.concurrencylab.api.http;

/**
 * A cover as it is read back.
 *
 * @param head its type and tag
 * @param length of the image, in bytes
 * @param image where the image comes from; null when the caller has it already
 */
public record StoredCover<T>(CoverHead head, long length, T image) {}
