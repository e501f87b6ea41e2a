package org.concurrencylab.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concurrencylab.environment.LabFailure;

/**
 * Looks for the highest common rate at which all contenders keep a promise while all of them are loaded: up a ladder
 * until one breaks it twice in a row, then bisection.
 */
final class KneeSearch {

    private static final double LOWEST = 50;
    private static final double HIGHEST = 5_000;
    private static final double STEP = 1.4;
    private static final int BISECTIONS = 2;
    private static final int ROUND = 5;

    private final Probe probe;
    private final Promise promise;
    private final List<String> contenders;
    private final Consumer<String> progress;
    private final List<Step> steps = new ArrayList<>();

    /** Tries a rate. */
    interface Probe {

        /** What became of the requests of each contender at this rate, once it had settled. */
        List<Window> at(double ratePerSecond) throws InterruptedException;

        /** Lets all come to rest again. */
        void recover() throws InterruptedException;
    }

    /** @param contenders in the order of the probe's windows */
    KneeSearch(Probe probe, Promise promise, List<String> contenders, Consumer<String> progress) {
        this.probe = probe;
        this.promise = promise;
        this.contenders = contenders;
        this.progress = progress;
    }

    /**
     * One rate that was tried.
     *
     * @param rate requests per second to each
     * @param breaker the first contender that broke the promise; null if none did
     * @param p99 of each contender, in milliseconds
     * @param errors of each contender
     * @param goodPerSecond of each contender
     */
    record Step(
            double rate,
            String breaker,
            List<Double> p99,
            List<Map<String, Long>> errors,
            List<Double> goodPerSecond) {}

    /**
     * What was found.
     *
     * @param rate the highest that was kept, in requests per second to each contender
     * @param brokenAt the lowest that was not; null if none of those tried
     * @param promise in words
     * @param steps all that were tried, in the order of time
     */
    record Knee(double rate, Double brokenAt, String promise, List<Step> steps) {

        String words() {
            return brokenAt == null
                    ? "all keep it (%s) up to %.0f requests per second each, the most that was tried"
                            .formatted(promise, rate)
                    : "all keep it (%s) up to %.0f requests per second each, and %s breaks it at %.0f"
                            .formatted(promise, rate, breaker(), brokenAt);
        }

        private String breaker() {
            return steps.stream()
                    .filter(step -> step.breaker() != null && step.rate() == brokenAt)
                    .map(Step::breaker)
                    .reduce((one, last) -> last)
                    .orElseThrow();
        }
    }

    /** @throws LabFailure when even the lowest rate is too much */
    Knee find() throws InterruptedException {
        double kept = 0;
        Double broken = null;
        for (double rate = LOWEST; rate <= HIGHEST && broken == null; rate = rounded(rate * STEP)) {
            if (keeps(rate)) {
                kept = rate;
            } else {
                broken = rate;
            }
        }
        if (kept == 0) {
            throw new LabFailure(("Even %.0f requests per second to each contender break the promise (%s): this machine"
                            + " is too busy; --rate does without a search.")
                    .formatted(LOWEST, promise.words()));
        }
        for (int i = 0; i < BISECTIONS && broken != null; i++) {
            double between = rounded((kept + broken) / 2);
            if (keeps(between)) {
                kept = between;
            } else {
                broken = between;
            }
        }
        return new Knee(kept, broken, promise.words(), List.copyOf(steps));
    }

    private static double rounded(double rate) {
        return Math.rint(rate / ROUND) * ROUND;
    }

    /** A stall that comes once is no knee. */
    private boolean keeps(double rate) throws InterruptedException {
        return keepsOnce(rate) || keepsOnce(rate);
    }

    private boolean keepsOnce(double rate) throws InterruptedException {
        List<Window> windows = probe.at(rate);
        String breaker = IntStream.range(0, contenders.size())
                .filter(i -> !promise.isKept(windows.get(i), rate))
                .mapToObj(contenders::get)
                .findFirst()
                .orElse(null);
        steps.add(new Step(
                rate,
                breaker,
                windows.stream().map(Window::p99).toList(),
                windows.stream().map(Window::errors).toList(),
                windows.stream().map(Window::goodPerSecond).toList()));
        progress.accept(words(rate, windows) + (breaker == null ? "" : ", broken by " + breaker));
        if (breaker != null) {
            probe.recover();
        }
        return breaker == null;
    }

    private String words(double rate, List<Window> windows) {
        return "%.0f/s each: %s"
                .formatted(
                        rate,
                        IntStream.range(0, contenders.size())
                                .mapToObj(i -> words(contenders.get(i), windows.get(i)))
                                .collect(Collectors.joining(", ")));
    }

    private static String words(String contender, Window window) {
        String p99 = Double.isNaN(window.p99()) ? "no answer" : "p99 %.0f ms".formatted(window.p99());
        return contender + " " + p99 + (window.bad() == 0 ? "" : " " + window.errors());
    }
}
