package org.concurrencylab.books;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ArrayBlockingQueue;
import org.concurrencylab.api.http.StockEvent;
import org.concurrencylab.api.http.StockEvents;
import org.concurrencylab.api.http.StockStream;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells whoever listens how stocks change, one event after another, as long as the client stays. */
@Path("/books")
@RunOnVirtualThread
class StockResource {

    private final StockEvents events;

    StockResource(StockEvents events) {
        this.events = events;
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public void events(@Context SseEventSink client, @Context Sse sse, @Context RoutingContext request) {
        StockStream stream = events.open(request);
        Iterable<StockEvent> all =
                Multi.createFrom().publisher(stream).subscribe().asIterable(1, () -> new ArrayBlockingQueue<>(1));
        Thread own = Thread.currentThread();
        request.addEndHandler(gone -> own.interrupt());
        try (client) {
            for (StockEvent event : all) {
                client.send(event.toSse(sse)).toCompletableFuture().join();
            }
        } catch (RuntimeException e) {
            // The client has gone.
        } finally {
            stream.cancel();
        }
    }
}
