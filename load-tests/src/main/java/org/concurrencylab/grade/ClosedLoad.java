package org.concurrencylab.grade;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
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
     * Answers of this status per second; others do not count.
     *
     * @param request of a user, who is given by number from 0; the status of its answer
     * @throws LabFailure when a request is not answered at all
     */
    double perSecond(int status, IntFunction<Integer> request) {
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
            long before = answered.get();
            long begin = System.nanoTime();
            Thread.sleep(measured);
            double perSecond = (answered.get() - before) / ((System.nanoTime() - begin) / NANOS);
            ended.set(true);
            Crowd.answers(all);
            return perSecond;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The measurement was interrupted.", e);
        }
    }
}
