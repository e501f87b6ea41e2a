package org.concurrencylab.api.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;

/**
 * Tells clients of the changes that this process makes. Those of other processes it does not know; they would come by
 * way of the database, with a trigger, {@code NOTIFY} and a connection that listens.
 */
@Singleton
public class StockEvents {

    /** Most clients at once. */
    private static final int MOST_STREAMS = 40;

    private static final long BEAT_MILLIS = 5_000;

    private final Set<StockStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_STREAMS);
    private volatile boolean ending;

    void begin(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(BEAT_MILLIS, timer -> streams.forEach(StockStream::beat));
    }

    /** Before the service waits for requests that are under way, of which each stream is one. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        streams.forEach(StockStream::end);
    }

    /** A stream for the client of this request. Throws 503 when there are as many as there may be. */
    public StockStream open(RoutingContext request) {
        if (ending || !places.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.OVERLOADED, MOST_STREAMS + " clients listen already; come again later.");
        }
        Context loop = request.vertx().getOrCreateContext();
        StockStream stream = new StockStream(task -> loop.runOnContext(nothing -> task.run()), this::leave);
        streams.add(stream);
        // Also of a client that goes before the framework has subscribed for it.
        request.addEndHandler(ended -> stream.cancel());
        if (request.response().closed()) {
            stream.cancel();
        }
        if (ending) {
            stream.end();
        }
        return stream;
    }

    /** Whether there is anybody to be told. */
    public boolean areHeard() {
        return !streams.isEmpty();
    }

    /** A book is now as given; null when it is gone, of which nobody is told. */
    public void changed(Book book) {
        if (book != null) {
            streams.forEach(stream -> stream.changed(book));
        }
    }

    /** There was a change, and nobody knows what the book is like now. */
    public void missed() {
        streams.forEach(StockStream::missed);
    }

    private void leave(StockStream stream) {
        if (streams.remove(stream)) {
            places.release();
        }
    }
}
