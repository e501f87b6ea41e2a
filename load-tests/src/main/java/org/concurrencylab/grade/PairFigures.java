package org.concurrencylab.grade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;

/**
 * What is counted and measured of both services while they wait for sellers.
 *
 * @param oneSeller where a thread of the operating system waits, by service; empty where none does
 * @param manySellers the same for a request that asks several sellers at once
 * @param threads that wait when {@link #REQUESTS} are under way, by contender
 * @param kneeOf8 requests per second of 8 workers, 400 ms each
 * @param kneeOf24 of 24 workers, 300 ms each
 * @param carried of {@link #SENT} per second by 24 workers, 300 ms each
 * @param underWay of {@link #SENT} per second on an event loop, 600 ms each
 */
record PairFigures(
        Map<String, Optional<String>> oneSeller,
        Map<String, Optional<String>> manySellers,
        Map<String, Long> threads,
        double kneeOf8,
        double kneeOf24,
        double carried,
        double underWay) {

    static final String BLOCKING = "blocking-service";
    static final String REACTIVE = "reactive-service";
    static final int REQUESTS = 20;
    static final int SENT = 40;

    private static final ContenderSpec EIGHT = ContenderSpec.THREADS.withWorkers(8);
    private static final ContenderSpec TWENTY_FOUR = ContenderSpec.THREADS.withWorkers(24);

    /** Whom it looks at. */
    static final List<ContenderSpec> CONTENDERS =
            List.of(EIGHT, TWENTY_FOUR, ContenderSpec.VIRTUAL, ContenderSpec.REACTIVE);

    /** Of the services that run. */
    static PairFigures of(LabStack running) {
        Waiting eight = waiting(running, EIGHT);
        Waiting threads = waiting(running, TWENTY_FOUR);
        Waiting virtual = waiting(running, ContenderSpec.VIRTUAL);
        Waiting reactive = waiting(running, ContenderSpec.REACTIVE);
        Map<String, Long> waiting = new TreeMap<>();
        waiting.put("threads", threads.threads(REQUESTS));
        waiting.put("virtual", virtual.threads(REQUESTS));
        waiting.put("reactive", reactive.threads(REQUESTS));
        return new PairFigures(
                Map.of(BLOCKING, threads.forOneSeller(), REACTIVE, reactive.forOneSeller()),
                Map.of(BLOCKING, threads.forManySellers(), REACTIVE, reactive.forManySellers()),
                waiting,
                eight.knee(8, 400),
                threads.knee(24, 300),
                threads.offered(SENT, 300).carried(),
                reactive.offered(SENT, 600).underWay());
    }

    private static Waiting waiting(LabStack running, ContenderSpec spec) {
        ServiceProcess service = running.contenders().stream()
                .filter(each -> each.contender().name().equals(spec.name()))
                .findFirst()
                .orElseThrow();
        return new Waiting(running.sellers(), service);
    }
}
