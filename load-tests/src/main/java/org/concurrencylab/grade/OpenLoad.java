package org.concurrencylab.grade;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Requests at an even rate, whatever becomes of those before.
 *
 * @param perSecond how many are sent
 * @param settle before anything counts
 * @param measured for how long answers are counted
 */
record OpenLoad(int perSecond, Duration settle, Duration measured) {

    private static final double NANOS = 1e9;

    /**
     * What was seen while it counted.
     *
     * @param carried answers of the right status per second
     * @param underWay requests under way, on average
     */
    record Seen(double carried, double underWay) {}

    /**
     * Sends them.
     *
     * @param status of the answers that count
     * @param request the status of its answer
     * @param underWay how many are under way now
     * @throws LabFailure when a request is not answered at all
     */
    Seen send(int status, IntSupplier request, IntSupplier underWay) {
        AtomicLong answered = new AtomicLong();
        long begin = System.nanoTime();
        int first = (int) (settle.toNanos() / NANOS * perSecond);
        int all = first + (int) (measured.toNanos() / NANOS * perSecond);
        try (Crowd crowd = new Crowd()) {
            List<Future<Timed<Integer>>> requests = IntStream.range(0, all)
                    .mapToObj(i -> crowd.send(() -> send(begin, i, status, request, answered)))
                    .toList();
            sleepUntil(begin, first);
            long before = answered.get();
            long from = System.nanoTime();
            double average = IntStream.range(first, all)
                    .map(i -> {
                        sleepUntil(begin, i);
                        return underWay.getAsInt();
                    })
                    .average()
                    .orElse(0);
            double carried = (answered.get() - before) / ((System.nanoTime() - from) / NANOS);
            Crowd.answers(requests);
            return new Seen(carried, average);
        }
    }

    private int send(long begin, int number, int status, IntSupplier request, AtomicLong answered) {
        sleepUntil(begin, number);
        int answer = request.getAsInt();
        if (answer == status) {
            answered.incrementAndGet();
        }
        return answer;
    }

    private void sleepUntil(long begin, int number) {
        long left = begin + (long) (number * NANOS / perSecond) - System.nanoTime();
        try {
            Thread.sleep(Duration.ofNanos(Math.max(left, 0)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The measurement was interrupted.", e);
        }
    }
}
