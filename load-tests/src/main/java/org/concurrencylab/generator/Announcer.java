package org.concurrencylab.generator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Tells how a slice goes at the right moments, from a thread of its own. */
final class Announcer {
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long START_POLL_MILLIS = 1;
    private static final long COUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Turns turns;
    private final Schedule schedule;
    private final SliceRecorder recorder;
    private final Consumer<SliceEvent> events;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("announcer").unstarted(this::announce);

    private long lastProgressNanos;
    private long lastGood;
    private int part;

    /** @param turns null if services do not take turns */
    Announcer(Turns turns, Schedule schedule, SliceRecorder recorder, Consumer<SliceEvent> events) {
        this.turns = turns;
        this.schedule = schedule;
        this.recorder = recorder;
        this.events = events;
    }

    void start() {
        thread.start();
    }

    /** Waits for the end of the measured part, which at a low rate comes after the last answer. */
    void finish() throws InterruptedException {
        over.countDown();
        thread.join();
    }

    /** Stops without another word. */
    void abandon() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void announce() {
        try {
            while (!recorder.started()) {
                TimeUnit.MILLISECONDS.sleep(START_POLL_MILLIS);
            }
            lastProgressNanos = System.nanoTime();
            waitUntil(schedule.fromNanos(), false);
            events.accept(new SliceEvent.Measuring());
            if (turns == null) {
                waitUntil(schedule.toNanos(), true);
                events.accept(new SliceEvent.Measured());
            } else {
                takeTurns();
            }
            while (!over.await(PROGRESS_NANOS, TimeUnit.NANOSECONDS)) {
                progress(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Speaks in the middle of the quiet that each turn begins with, when its service is at rest and so are all. */
    private void takeTurns() throws InterruptedException {
        long quiet = TimeUnit.MILLISECONDS.toNanos(turns.quietMillis());
        long turn = TimeUnit.MILLISECONDS.toNanos(turns.turnMillis());
        for (int number = 0; number < turns.order().size(); number++) {
            long begins = schedule.fromNanos() + number * turn;
            sleepUntil(begins + quiet / 2);
            events.accept(new SliceEvent.Turn(number));
            part = turns.order().get(number);
            lastGood = recorder.part(part).good();
            sleepUntil(begins + quiet);
            lastProgressNanos = System.nanoTime();
            countUntil(begins + turn / 2);
            progress(System.nanoTime());
            countUntil(begins + turn);
        }
        sleepUntil(schedule.toNanos() + quiet / 2);
        events.accept(new SliceEvent.Measured());
    }

    private void countUntil(long nanosAfterStart) throws InterruptedException {
        for (long left = left(nanosAfterStart); left > 0; left = left(nanosAfterStart)) {
            recorder.part(part).countInFlight();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, COUNT_NANOS));
        }
    }

    private void sleepUntil(long nanosAfterStart) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(left(nanosAfterStart));
    }

    private long left(long nanosAfterStart) {
        return recorder.startNanos() + nanosAfterStart - System.nanoTime();
    }

    private void waitUntil(long nanosAfterStart, boolean counting) throws InterruptedException {
        for (long now = System.nanoTime(); ; now = System.nanoTime()) {
            long left = left(nanosAfterStart);
            if (left <= 0) {
                return;
            }
            long untilProgress = lastProgressNanos + PROGRESS_NANOS - now;
            if (untilProgress <= 0) {
                progress(now);
                continue;
            }
            if (counting) {
                recorder.part(part).countInFlight();
                left = Math.min(left, COUNT_NANOS);
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, untilProgress));
        }
    }

    private void progress(long now) {
        Tally tally = recorder.part(part);
        long good = tally.good();
        double perSecond = (good - lastGood) * 1e9 / (now - lastProgressNanos);
        double elapsed = (now - recorder.startNanos()) / 1e9;
        lastGood = good;
        lastProgressNanos = now;
        Histogram recent = tally.recentLatency();
        boolean any = recent.getTotalCount() > 0;
        events.accept(new SliceEvent.Progress(
                elapsed,
                perSecond,
                tally.bad(),
                tally.inFlight(),
                any ? recent.getValueAtPercentile(50) : null,
                any ? recent.getValueAtPercentile(99) : null));
    }
}
