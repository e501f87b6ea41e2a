package org.concurrencylab.generator;

/**
 * A slice for Gatling's own HTML report.
 *
 * @param slice the load
 * @param folder an existing folder, absolute
 */
record ReportRequest(SliceRequest slice, String folder) implements GeneratorRequest {}
