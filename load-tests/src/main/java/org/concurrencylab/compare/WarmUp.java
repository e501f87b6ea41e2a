package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.results.Results.WarmUpStep;
import org.concurrencylab.simulations.Mix;

/**
 * Brings cold services to speed, together or one alone, without drowning them: short steps, each faster than the last
 * as long as they keep up, slower when they do not, until what a request costs each of them no longer falls. An open
 * model that asks a cold service, or a busy machine, for more than it can do only builds a queue, until the heap is
 * full of it.
 */
final class WarmUp {

    /** Length of one step, in seconds. */
    static final double STEP_SECONDS = 2;

    /** What the generator takes to begin and to end a step, as a share of it. */
    static final double OVERHEAD = 0.4;

    private static final double GENTLE_PER_SECOND = 150;
    private static final double FASTER = 2;
    private static final double SLOWER = 0.5;
    private static final double KEPT_UP = 0.95;
    private static final double SLOWEST_PER_SECOND = 50;

    private final Plan.WarmUpLength length;
    private final List<Subject> subjects;
    private final List<WarmUpStep> steps = new ArrayList<>();
    private final Map<Subject, List<Double>> costs = new HashMap<>();
    private double carriedPerSecond;

    /**
     * @param length how long, and how fast at most
     * @param subjects the services
     */
    WarmUp(Plan.WarmUpLength length, List<Subject> subjects) {
        this.length = length;
        this.subjects = subjects;
        subjects.forEach(subject -> costs.put(subject, new ArrayList<>()));
    }

    /**
     * Runs it.
     *
     * @param step loads all services together at a rate for {@link #STEP_SECONDS} and waits for the answers
     * @param cpuMillis CPU time that a service has used so far, in milliseconds; NaN where it cannot be known
     * @return what each service cost in each step
     */
    List<WarmUpStep> run(DoubleFunction<SliceOutcome> step, ToDoubleFunction<Subject> cpuMillis) {
        double rate = Math.min(GENTLE_PER_SECOND, length.perSecond());
        for (double done = 0; done < length.slowSeconds() && !enough(done); done += STEP_SECONDS) {
            Map<Subject, Double> before = readings(cpuMillis);
            SliceOutcome outcome = step.apply(rate);
            record(done + STEP_SECONDS, outcome, before, cpuMillis);
            rate = next(rate, outcome);
        }
        return List.copyOf(steps);
    }

    /** One step of load, dealt to the services, at a rate of all together in requests per second. */
    static SliceRequest step(List<Subject> subjects, double rate, boolean freshData, long seed) {
        return new SliceRequest(
                subjects.stream().map(Subject::url).toList(),
                Mix.WARMUP,
                0,
                rate,
                0,
                0,
                STEP_SECONDS,
                Plan.TIMEOUT_SECONDS,
                freshData,
                seed,
                null);
    }

    /** The services that never came to rest. */
    List<String> unsteady() {
        return subjects.stream()
                .filter(subject -> !SteadyState.reached(costs.get(subject)))
                .map(Subject::name)
                .toList();
    }

    /** What all of them together have carried at most in a step, in requests per second. */
    double carriedPerSecond() {
        return carriedPerSecond;
    }

    private boolean enough(double done) {
        boolean steady = unsteady().isEmpty();
        boolean fast = carriedPerSecond >= length.perSecond();
        return done >= length.leastSeconds() && steady || done >= length.mostSeconds() && fast;
    }

    private Map<Subject, Double> readings(ToDoubleFunction<Subject> cpuMillis) {
        Map<Subject, Double> readings = new HashMap<>();
        subjects.forEach(subject -> readings.put(subject, cpuMillis.applyAsDouble(subject)));
        return readings;
    }

    /** Users are dealt to the services in turn, so each has answered an equal share. */
    private void record(
            double seconds, SliceOutcome outcome, Map<Subject, Double> before, ToDoubleFunction<Subject> cpuMillis) {
        double requests = (double) outcome.completed() / subjects.size();
        for (Subject subject : subjects) {
            double cost = (cpuMillis.applyAsDouble(subject) - before.get(subject)) / requests;
            boolean known = requests > 0 && Double.isFinite(cost);
            costs.get(subject).add(known ? cost : Double.NaN);
            steps.add(new WarmUpStep(
                    subject.name(),
                    seconds,
                    requests / outcome.measuredSeconds(),
                    known ? Double.valueOf(cost) : null));
        }
    }

    private double next(double rate, SliceOutcome outcome) {
        boolean keptUp = outcome.errors() == 0 && outcome.completed() >= KEPT_UP * outcome.sent();
        double carried = keptUp ? rate : outcome.completed() / outcome.measuredSeconds();
        carriedPerSecond = Math.max(carriedPerSecond, carried);
        return keptUp ? Math.min(rate * FASTER, length.perSecond()) : Math.max(rate * SLOWER, SLOWEST_PER_SECOND);
    }
}
