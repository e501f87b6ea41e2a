package org.concurrencylab.api;

/**
 * What a contender says of itself: the answer of {@code GET /runtime}. A report prints it beside every number.
 *
 * @param contender the name it was started under: sync, threads, virtual or reactive, or one of them with -driver
 * @param thread the kind of thread that served this very request: worker, virtual or event-loop
 * @param persistence how it reaches the database: hibernate or driver
 * @param workers most threads that run blocking code at once (worker pool)
 * @param eventLoops event-loop threads
 * @param databaseConnections most connections to PostgreSQL
 * @param sellerConnections most connections to the external service
 * @param sellerTimeoutMillis wait for the external service before 504, in milliseconds
 * @param java version and vendor of the JVM
 * @param processors CPUs that the JVM sees
 * @param maxHeapBytes most heap, in bytes
 */
public record RuntimeFacts(
        String contender,
        String thread,
        String persistence,
        int workers,
        int eventLoops,
        int databaseConnections,
        int sellerConnections,
        long sellerTimeoutMillis,
        String java,
        int processors,
        long maxHeapBytes) {}
