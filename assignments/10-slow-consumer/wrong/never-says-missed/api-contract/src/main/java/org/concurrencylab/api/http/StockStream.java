package org.concurrencylab.api.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.concurrencylab.api.Book;

/**
 * What one client is still to be told. It takes an event when it has room for one, and the framework asks for it once
 * the last one has left for the client's connection. Meanwhile one state of a book replaces another, so that who is
 * slow is told less, not later; and of too many books some are left out. Whoever changes a book never waits.
 */
public final class StockStream implements Flow.Publisher<StockEvent>, Flow.Subscription {

    /** Most books of which a client waits to be told. */
    private static final int MOST_WAITING = 100;

    private final Executor loop;
    private final Consumer<StockStream> onLeaving;

    // All that follows belongs to whoever holds the lock of this.
    private final Map<Long, Book> waiting = new LinkedHashMap<>();
    private Flow.Subscriber<? super StockEvent> client;
    private long room;
    private boolean missed;
    private boolean quiet;
    private boolean ending;
    private boolean over;
    private boolean woken;

    /**
     * One that nobody has subscribed to yet.
     *
     * @param loop does one task after another; on it the client is told
     * @param onLeaving hears, maybe more than once, that nothing more can be told
     */
    StockStream(Executor loop, Consumer<StockStream> onLeaving) {
        this.loop = loop;
        this.onLeaving = onLeaving;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StockEvent> subscriber) {
        synchronized (this) {
            client = subscriber;
        }
        subscriber.onSubscribe(this);
    }

    @Override
    public synchronized void request(long more) {
        room = Math.max(room, room + more);
        wake();
    }

    /** The client has gone. */
    @Override
    public void cancel() {
        synchronized (this) {
            over = true;
            waiting.clear();
        }
        onLeaving.accept(this);
    }

    /** A book is now as given; it takes the place of an older state that still waits, or one where there is room. */
    synchronized void changed(Book book) {
        if (waiting.size() < MOST_WAITING || waiting.containsKey(book.id())) {
            waiting.merge(book.id(), book, (one, other) -> one.version() > other.version() ? one : other);
        }
        wake();
    }

    /** There were changes that cannot be told. */
    synchronized void missed() {
        waiting.clear();
        missed = true;
        wake();
    }

    /** Some time has passed; a client that has heard nothing meanwhile and has room hears that there is nothing. */
    synchronized void beat() {
        quiet = true;
        wake();
    }

    /** Nothing more is told. */
    synchronized void end() {
        ending = true;
        wake();
    }

    private void wake() {
        boolean useful = ending || room > 0 && (missed || quiet || !waiting.isEmpty());
        if (useful && client != null && !over && !woken) {
            woken = true;
            loop.execute(this::tell);
        }
    }

    /** On the loop, so that a client is told one thing after another, and never by the thread of an order. */
    private void tell() {
        StockEvent next;
        boolean last;
        synchronized (this) {
            woken = false;
            if (over) {
                return;
            }
            last = ending;
            over = last;
            next = last || room == 0 ? null : take();
        }
        if (last) {
            client.onComplete();
            onLeaving.accept(this);
        } else if (next != null) {
            client.onNext(next);
        }
        synchronized (this) {
            wake();
        }
    }

    /** The next event; that something was missed comes before all that was not. */
    private StockEvent take() {
        StockEvent next = null;
        if (missed) {
            missed = false;
            next = new StockEvent.Missed();
        } else if (!waiting.isEmpty()) {
            Iterator<Book> books = waiting.values().iterator();
            next = new StockEvent.Changed(books.next());
            books.remove();
        } else if (quiet) {
            next = new StockEvent.Alive();
        }
        if (next != null) {
            quiet = false;
            room--;
        }
        return next;
    }
}
