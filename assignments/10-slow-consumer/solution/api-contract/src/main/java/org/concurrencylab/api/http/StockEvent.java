package org.concurrencylab.api.http;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.concurrencylab.api.Book;

/** What a client that listens to stocks is told. */
public sealed interface StockEvent {

    /** The same as a server-sent event. */
    OutboundSseEvent toSse(Sse sse);

    /**
     * A book was ordered or replaced.
     *
     * @param book as it is now; of two events of one book the higher version is the newer one
     */
    record Changed(Book book) implements StockEvent {
        @Override
        public OutboundSseEvent toSse(Sse sse) {
            return sse.newEventBuilder()
                    .name("stock")
                    .data(Book.class, book)
                    .build();
        }
    }

    /** There were changes that this client is not told: it has to read what it wants to know. */
    record Missed() implements StockEvent {
        @Override
        public OutboundSseEvent toSse(Sse sse) {
            return sse.newEventBuilder().name("missed").data("{}").build();
        }
    }

    /** Nothing, told now and then so that neither side takes a quiet connection for a dead one. */
    record Alive() implements StockEvent {
        @Override
        public OutboundSseEvent toSse(Sse sse) {
            return sse.newEventBuilder().comment("alive").build();
        }
    }
}
