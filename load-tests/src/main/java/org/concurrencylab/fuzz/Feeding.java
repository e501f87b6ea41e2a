package org.concurrencylab.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.fuzz.Answers.End;

/** Sends all requests to one service, one after another. */
final class Feeding {
    /** Far above any limit of the services but that of an upload, which ends with its connection here. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final double NANOS = 1e9;

    private final String contender;
    private final URI service;
    private final Fuzzer fuzzer;
    private final Shelf shelf;
    private final Supplier<OptionalLong> heap;

    /** Few texts for many outcomes. */
    private final Map<String, String> texts = new HashMap<>();

    private RawConnection kept;

    /**
     * @param contender its name
     * @param service where it listens
     * @param shelf that it alone writes to
     * @param heap how many bytes it holds
     */
    Feeding(String contender, URI service, Fuzzer fuzzer, Shelf shelf, Supplier<OptionalLong> heap) {
        this.contender = contender;
        this.service = service;
        this.fuzzer = fuzzer;
        this.shelf = shelf;
        this.heap = heap;
    }

    /**
     * Sends the first so many.
     *
     * @throws LabFailure when nobody listens any more
     */
    Harvest feed(int requests) {
        List<String> outcomes = new ArrayList<>(requests);
        Map<Integer, Integer> statuses = new TreeMap<>();
        Map<Integer, String> faults = new TreeMap<>();
        Ledger ledger = new Ledger(shelf.stock());
        OptionalLong halfWay = OptionalLong.empty();
        long start = System.nanoTime();
        try {
            for (int number = 0; number < requests; number++) {
                if (number == requests / 2) {
                    halfWay = heap.get();
                }
                HostileRequest request = fuzzer.request(number);
                Answers answers = exchange(request);
                ledger.note(request, answers);
                answers.all().forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
                if (answers.hasServerError() || answers.end() == End.SILENT) {
                    faults.put(number, answers.toString());
                }
                outcomes.add(request.isWhole() ? texts.computeIfAbsent(answers.toString(), text -> text) : "");
            }
        } catch (IOException e) {
            throw new LabFailure(
                    contender + " cannot be reached after " + outcomes.size() + " requests: " + e.getMessage() + ".",
                    e);
        } finally {
            forget();
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        return new Harvest(
                contender,
                outcomes,
                statuses,
                faults,
                ledger.expected(),
                shelf.stock(),
                shelf.content(),
                halfWay,
                heap.get(),
                seconds);
    }

    private Answers exchange(HostileRequest request) throws IOException {
        if (!request.sharesConnection()) {
            try (RawConnection own = new RawConnection(service, PATIENCE)) {
                return own.exchange(request);
            }
        }
        if (kept != null && kept.isOpen()) {
            Answers answers = kept.exchange(request);
            // Closed while it was not used: the request has not been read.
            if (answers.end() != End.CLOSED || !answers.all().isEmpty()) {
                return answers;
            }
        }
        forget();
        kept = new RawConnection(service, PATIENCE);
        return kept.exchange(request);
    }

    private void forget() {
        try {
            if (kept != null) {
                kept.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
