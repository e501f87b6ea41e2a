package org.concurrencylab.simulations;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;

/**
 * Page tokens that the service gave. They are opaque, so the only way to a later page is through the ones before it.
 * Thread-safe; a lost race costs a repeated page, no more.
 */
final class Pages {
    private static final int CAPACITY = 500;

    private final AtomicReferenceArray<String> tokens = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicInteger count = new AtomicInteger();

    /** The newest token half of the time, so that the walk goes on; else any known page; empty: the first page. */
    Optional<String> any(RandomGenerator random) {
        int known = Math.min(count.get(), CAPACITY);
        int chosen = random.nextBoolean() ? known : random.nextInt(known + 1);
        return chosen == 0 ? Optional.empty() : Optional.ofNullable(tokens.get(chosen - 1));
    }

    void add(String token) {
        int at = count.get();
        if (at < CAPACITY && (at == 0 || !token.equals(tokens.get(at - 1)))) {
            tokens.set(at, token);
            count.compareAndSet(at, at + 1);
        }
    }

    void clear() {
        count.set(0);
    }
}
