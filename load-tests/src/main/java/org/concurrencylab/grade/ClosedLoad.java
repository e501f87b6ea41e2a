package org.concurrencylab.grade;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Users who each send the next request when the last one is answered, so that a service carries all that it can.
 *
 * @param users how many at once
 * @param settle before anything counts
 * @param measured for how long answers are counted
 */
record ClosedLoad(int users, Duration settle, Duration measured) {

    private static final double NANOS = 1e9;

    /**
     * What was counted, per second.
     *
     * @param answers of the status that was asked for
     * @param waits whatever else was counted
     */
    record Rates(double answers, double waits) {}

    /**
     * Answers of this status per second; others do not count.
     *
     * @param request of a user, who is given by number from 0; the status of its answer
     * @throws LabFailure when a request is not answered at all
     */
    double perSecond(int status, IntFunction<Integer> request) {
        return rates(status, request, () -> 0).answers();
    }

    /**
     * The same, and what else was counted meanwhile.
     *
     * @param waits so far
     */
    Rates rates(int status, IntFunction<Integer> request, LongSupplier waits) {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicLong answered = new AtomicLong();
        try (Crowd crowd = new Crowd()) {
            List<Future<Timed<Integer>>> all = IntStream.range(0, users)
                    .mapToObj(user -> crowd.send(() -> {
                        while (!ended.get()) {
                            if (request.apply(user) == status) {
                                answered.incrementAndGet();
                            }
                        }
                        return user;
                    }))
                    .toList();
            Thread.sleep(settle);
            long answersBefore = answered.get();
            long waitsBefore = waits.getAsLong();
            long begin = System.nanoTime();
            Thread.sleep(measured);
            double seconds = (System.nanoTime() - begin) / NANOS;
            Rates rates =
                    new Rates((answered.get() - answersBefore) / seconds, (waits.getAsLong() - waitsBefore) / seconds);
            ended.set(true);
            Crowd.answers(all);
            return rates;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The measurement was interrupted.", e);
        }
    }
}
