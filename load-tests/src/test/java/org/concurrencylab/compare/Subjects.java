package org.concurrencylab.compare;

import java.util.List;
import org.concurrencylab.api.RuntimeFacts;

/** Subjects that no process stands behind. */
final class Subjects {

    private Subjects() {}

    static Subject at(String name, String url) {
        return subject(name, url, "worker", 200);
    }

    /** A contender whose requests are served by such threads. */
    static Subject servedBy(String name, String thread, int workers) {
        return subject(name, "http://127.0.0.1:1", thread, workers);
    }

    private static Subject subject(String name, String url, String thread, int workers) {
        RuntimeFacts facts = new RuntimeFacts(name, thread, "none", workers, 1, 20, 100, 2_000, "25", 1, 256 << 20);
        return new Subject(name, url, 1, facts, List.of(), 1.0, null);
    }
}
