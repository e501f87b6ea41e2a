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

    private final Schedule schedule;
    private final SliceRecorder recorder;
    private final Consumer<SliceEvent> events;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("announcer").unstarted(this::announce);

    private long lastProgressNanos;
    private long lastGood;

    Announcer(Schedule schedule, SliceRecorder recorder, Consumer<SliceEvent> events) {
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
            progressUntil(schedule.fromNanos(), false);
            events.accept(new SliceEvent.Measuring());
            progressUntil(schedule.toNanos(), true);
            events.accept(new SliceEvent.Measured());
            while (!over.await(PROGRESS_NANOS, TimeUnit.NANOSECONDS)) {
                progress(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void progressUntil(long nanosAfterStart, boolean counting) throws InterruptedException {
        for (long now = System.nanoTime(); ; now = System.nanoTime()) {
            long left = recorder.startNanos() + nanosAfterStart - now;
            if (left <= 0) {
                return;
            }
            long untilProgress = lastProgressNanos + PROGRESS_NANOS - now;
            if (untilProgress <= 0) {
                progress(now);
                continue;
            }
            if (counting) {
                recorder.countInFlight();
                left = Math.min(left, COUNT_NANOS);
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, untilProgress));
        }
    }

    private void progress(long now) {
        long good = recorder.allGood();
        double perSecond = (good - lastGood) * 1e9 / (now - lastProgressNanos);
        double elapsed = (now - recorder.startNanos()) / 1e9;
        lastGood = good;
        lastProgressNanos = now;
        Histogram recent = recorder.recentLatency();
        boolean any = recent.getTotalCount() > 0;
        events.accept(new SliceEvent.Progress(
                elapsed,
                perSecond,
                recorder.allBad(),
                recorder.inFlight(),
                any ? recent.getValueAtPercentile(50) : null,
                any ? recent.getValueAtPercentile(99) : null));
    }
}
