package org.concurrencylab.books;

import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.concurrencylab.api.http.StockEvents;
import org.concurrencylab.api.http.StockStream;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells whoever listens how stocks change. No thread waits for the next change: who has one tells of it. */
@Path("/books")
class StockResource {

    private final StockEvents events;

    StockResource(StockEvents events) {
        this.events = events;
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> events(@Context Sse sse, @Context RoutingContext request) {
        StockStream stream = events.open(request);
        return Multi.createFrom().publisher(stream).map(event -> event.toSse(sse));
    }
}
