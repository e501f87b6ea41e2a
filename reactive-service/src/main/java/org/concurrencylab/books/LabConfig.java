package org.concurrencylab.books;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** The knobs that the lab turns, in equal measure for every contender. Defaults stand in application.properties. */
@ConfigMapping(prefix = "lab")
interface LabConfig {

    /** The name that reports use for this process. */
    String contender();

    /** Most worker threads, which run blocking code. */
    int workers();

    /** Event-loop threads; best as many as there are CPUs for this process. */
    int eventLoops();

    /** Most connections to PostgreSQL. */
    int databaseConnections();

    /** Longest wait for a connection of the pool. */
    Duration databaseAcquisitionTimeout();

    /** Longest wait until PostgreSQL accepts a new connection. */
    Duration databaseConnectTimeout();

    /** Longest wait for PostgreSQL to be heard of once a statement was sent. */
    Duration databaseSocketTimeout();

    /** Prepared statements kept for each connection. */
    int databaseStatementCache();

    /** Most calls of the external service at once, and so most connections to it. */
    int sellerConnections();

    /** Longest wait for an answer of the external service. */
    Duration sellerTimeout();

    /** Most threads that ask many sellers for all requests together; 1 asks them one after another. */
    int fanOutThreads();

    /** Most calls of sellers that wait for one of these threads; a request with more is refused. */
    int fanOutQueue();

    /** Longest wait for all sellers of a request; who has not answered by then counts as failed. */
    Duration fanOutTimeout();

    /** Most forecasts that are computed at once; as many as there are processors, unless it is set. */
    OptionalInt forecastsAtOnce();

    /** Longest wait of a forecast for its turn. */
    Duration forecastTimeout();

    /** Most bytes of a body, but for that of a cover. */
    MemorySize bodyLimit();

    /** Most requests of the API at once, those that wait for a thread or a connection included; more are refused. */
    int requestsUnderWay();

    /** Where covers are kept, each contender's in a folder of its own below it. */
    Path coverFolder();

    /** Longest wait for a cover to arrive, and for a caller to take one. */
    Duration coverTimeout();

    /** How the database is reached: hibernate, or driver for the plain one. */
    @WithDefault("hibernate")
    String persistence();

    /** CPU time that each request costs more, in microseconds, to try whether a comparison finds it. */
    @WithDefault("0")
    int handicapMicros();

    /** What is wrong on purpose, so that an experiment can show it. */
    Wrong wrong();

    /** Each is right unless it is set. */
    interface Wrong {

        /** How orders take copies from the stock: locked, or unlocked, which loses some. */
        @WithDefault("locked")
        String orders();

        /** How one seller is asked: timely, or blocking, which stops an event loop meanwhile. */
        @WithDefault("timely")
        String sellerCall();

        /** Where reactive-service computes forecasts: offloaded, or on-loop for the mistake. */
        @WithDefault("offloaded")
        String forecast();
    }
}
