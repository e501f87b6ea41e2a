package org.concurrencylab.api;

/**
 * One thing wrong with a request.
 *
 * @param field what it concerns, as the caller wrote it: a JSON field path, a query parameter or a header
 * @param message what would be right
 */
public record Violation(String field, String message) {}
