package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.results.Usage;

/**
 * Says of a slice whether its figures are the contender's own, or the generator's, the database's or the machine's.
 *
 * <p>The limits: answers all as promised; sent rate within 2 % of the asked one; 99 % of the requests sent within 20 ms
 * of their time; CPUs of database and generator less than 85 % busy; foreign programs and the hypervisor below 5 % of
 * the CPU time each, 20 % where contenders take turns and so suffer alike; requests in flight within 5 % of rate × mean
 * latency (Little 1961); where contenders take turns, 98 % of the requests answered before the next one is asked for
 * something.
 */
final class Gate {

    private static final double RATE_TOLERANCE = 0.02;
    private static final double LATE_PERCENTILE = 99;
    private static final double LATE_MICROS = 20_000;
    private static final double FULL = 0.85;
    private static final double DISTURBED = 0.05;
    private static final double DISTURBED_IN_TURNS = 0.2;
    private static final double LITTLE_TOLERANCE = 0.05;
    /** Below, one request more or less is more than the tolerance. */
    private static final double FEWEST_IN_FLIGHT = 20;

    private static final double OVERRUN = 0.02;
    private static final double CARRIED = 0.98;
    private static final double MICROS = 1e6;
    private static final double MILLIS = 1_000;
    private static final int PERCENT = 100;

    private Gate() {}

    /**
     * Checks a slice that a contender had to itself.
     *
     * @param ratePerSecond that was asked for
     * @param outcome what the generator measured
     * @param usage what the processes used meanwhile
     * @return what is wrong with the slice; empty when nothing is
     */
    static List<Finding> check(double ratePerSecond, SliceOutcome outcome, Usage usage) {
        return check(ratePerSecond, outcome, usage, DISTURBED);
    }

    /** Checks what is left of the turns of one contender in one block. */
    static List<Finding> checkTurns(double ratePerSecond, SliceOutcome outcome, Usage usage) {
        return check(ratePerSecond, outcome, usage, DISTURBED_IN_TURNS);
    }

    private static List<Finding> check(double ratePerSecond, SliceOutcome outcome, Usage usage, double disturbed) {
        List<Finding> findings = new ArrayList<>();
        answers(outcome).ifPresent(findings::add);
        rate(ratePerSecond, outcome).ifPresent(findings::add);
        lateness(outcome).ifPresent(findings::add);
        saturation(usage, outcome.measuredSeconds()).ifPresent(findings::add);
        share(Kind.FOREIGN_CPU, "programs that are not part of the run used", usage.foreignCpu(), disturbed)
                .ifPresent(findings::add);
        share(Kind.STOLEN_CPU, "the hypervisor gave to other machines", usage.stolenCpu(), disturbed)
                .ifPresent(findings::add);
        little(ratePerSecond, outcome).ifPresent(findings::add);
        overrun(outcome).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Optional<Finding> answers(SliceOutcome outcome) {
        return finding(
                outcome.errors() > 0,
                Kind.WRONG_ANSWERS,
                "%,d of %,d requests were not answered as the API promises: %s",
                outcome.errors(),
                outcome.sent(),
                outcome.statuses());
    }

    private static Optional<Finding> rate(double asked, SliceOutcome outcome) {
        double sent = outcome.sent() / outcome.measuredSeconds();
        // A request more or less is no miss, however low the rate is.
        double tolerance = Math.max(RATE_TOLERANCE * asked, 1 / outcome.measuredSeconds());
        return finding(
                Math.abs(sent - asked) > tolerance,
                Kind.RATE_MISSED,
                "the generator sent %,.0f requests per second instead of %,.0f",
                sent,
                asked);
    }

    private static Optional<Finding> lateness(SliceOutcome outcome) {
        Histogram lateness = Histograms.decode(outcome.latenessMicros());
        double late = lateness.getValueAtPercentile(LATE_PERCENTILE);
        return finding(
                late > LATE_MICROS,
                Kind.LATE,
                "the generator was late: 99 %% of the requests were sent within %.0f ms of their time; more than 20 ms hide"
                        + " latency",
                late / MILLIS);
    }

    /** Who of the run used most of the CPUs that are not the service's; foreign programs are a finding of their own. */
    private static Optional<Finding> saturation(Usage usage, double seconds) {
        boolean full = usage.otherCpusBusy() != null && usage.otherCpusBusy() >= FULL;
        if (!full || orZero(usage.foreignCpu()) > DISTURBED || orZero(usage.stolenCpu()) > DISTURBED) {
            return Optional.empty();
        }
        double database = orZero(usage.databaseCpuMillis()) / (seconds * MILLIS);
        double load = (orZero(usage.generatorCpuMillis()) + orZero(usage.sellersCpuMillis())) / (seconds * MILLIS);
        boolean isDatabase = database > load;
        return finding(
                true,
                isDatabase ? Kind.DATABASE_SATURATED : Kind.GENERATOR_SATURATED,
                "the CPUs of database and generator were %.0f %% busy (database %.2f CPUs, generator and sellers %.2f): the"
                        + " %s may have set the pace",
                usage.otherCpusBusy() * PERCENT,
                database,
                load,
                isDatabase ? "database" : "generator");
    }

    private static Optional<Finding> share(Kind kind, String what, Double share, double most) {
        return finding(
                share != null && share > most, kind, "%s %.0f %% of the CPU time", what, orZero(share) * PERCENT);
    }

    /** Holds for any service that keeps up; one that does not has no steady number in flight. */
    private static Optional<Finding> little(double asked, SliceOutcome outcome) {
        double perSecond = outcome.completed() / outcome.measuredSeconds();
        if (perSecond < CARRIED * asked || outcome.inFlight() < FEWEST_IN_FLIGHT) {
            return Optional.empty();
        }
        double meanSeconds = Histograms.decode(outcome.latencyMicros()).getMean() / MICROS;
        double expected = perSecond * meanSeconds;
        return finding(
                Math.abs(outcome.inFlight() / expected - 1) > LITTLE_TOLERANCE,
                Kind.LITTLE,
                "%.0f requests were in flight, but rate times mean latency is %.0f (Little's law)",
                outcome.inFlight(),
                expected);
    }

    private static Optional<Finding> overrun(SliceOutcome outcome) {
        return finding(
                outcome.overrun() > OVERRUN * outcome.sent(),
                Kind.OVERRUN,
                "%,d of %,d requests were answered in the next one's turn",
                outcome.overrun(),
                outcome.sent());
    }

    private static Optional<Finding> finding(boolean found, Kind kind, String sentence, Object... figures) {
        return found ? Optional.of(new Finding(kind, String.format(Locale.ROOT, sentence, figures))) : Optional.empty();
    }

    private static double orZero(Double figure) {
        return figure == null ? 0 : figure;
    }
}
