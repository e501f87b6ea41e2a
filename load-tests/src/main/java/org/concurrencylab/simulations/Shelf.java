package org.concurrencylab.simulations;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The books that the generator works on and what it knows about them, so that every write is a correct one.
 *
 * <p>Seeded books 1–5,000 are ordered; 5,001–10,000 are updated, each by one user at a time, so that no update meets a
 * version that another has changed. All of them are read. Only books that the generator created are deleted.
 *
 * <p>One shelf stands for one database. It outlives a slice: several contenders share a database, and without that
 * memory each slice but the first would begin with extra requests for the versions. Thread-safe.
 */
public final class Shelf {
    /** Books that the migration seeds. */
    public static final int SEEDED = 10_000;

    private static final int LAST_ORDERED = SEEDED / 2;

    private final Queue<KnownBook> toUpdate;
    private final Queue<KnownBook> toDelete = new ConcurrentLinkedQueue<>();
    private final AtomicLong nextIsbn =
            new AtomicLong(ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE));
    private final Pages pages = new Pages();
    private volatile int slice;

    private Shelf(long version, long seed) {
        List<KnownBook> books = LongStream.rangeClosed(LAST_ORDERED + 1, SEEDED)
                .mapToObj(id -> new KnownBook(id, version, 0))
                .collect(Collectors.toList());
        Collections.shuffle(books, new Random(seed));
        toUpdate = new ConcurrentLinkedQueue<>(books);
    }

    /** The shelf of a database that was seeded just now: every version is 0. */
    public static Shelf fresh(long seed) {
        return new Shelf(0, seed);
    }

    /** The shelf of a database in an unknown state: versions are looked up before the first update. */
    public static Shelf unknown(long seed) {
        return new Shelf(KnownBook.UNKNOWN, seed);
    }

    /** Begins a slice: from now on, what was learnt before may turn out outdated without being an error. */
    public void beginSlice() {
        slice++;
        pages.clear();
    }

    /** Chooses the book for an operation. A delete with nothing to delete, and an update with no free book, creates. */
    public Call prepare(Operation wanted, RandomGenerator random) {
        return switch (wanted) {
            case READ, OFFER, FORECAST -> new Call(wanted, random.nextLong(1, SEEDED + 1));
            case ORDER -> new Call(wanted, random.nextLong(1, LAST_ORDERED + 1));
            case PAGE -> Call.page(pages.any(random));
            case CREATE -> create();
            case UPDATE ->
                Optional.ofNullable(toUpdate.poll())
                        .map(book -> Call.on(wanted, book, slice))
                        .orElseGet(this::create);
            case DELETE ->
                Optional.ofNullable(toDelete.poll())
                        .map(book -> Call.on(wanted, book, slice))
                        .orElseGet(this::create);
        };
    }

    private Call create() {
        return Call.create(Isbn.ofCreated(nextIsbn.getAndIncrement()));
    }

    /** Another ISBN after a conflict, far away from the range that turned out to be taken. */
    String otherIsbn() {
        long elsewhere = ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
        nextIsbn.set(elsewhere + 1);
        return Isbn.ofCreated(elsewhere);
    }

    /** Takes back what a call learnt: the version after an update, a created book, the token of the next page. */
    void settle(Call call) {
        switch (call.operation()) {
            case UPDATE -> toUpdate.add(call.book().withVersion(call.versionAfter(), slice));
            case CREATE ->
                call.createdBook().ifPresent(id -> toDelete.add(new KnownBook(id, call.versionAfter(), slice)));
            case PAGE -> call.nextPage().ifPresent(pages::add);
            case READ, ORDER, DELETE, OFFER, FORECAST -> {}
        }
    }
}
