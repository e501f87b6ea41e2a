package org.concurrencylab.report;

import java.util.List;
import org.concurrencylab.report.Row.Limit;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Workload;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * What changed between two sets of runs of the same contenders: those before a change of the project and those after
 * it.
 *
 * @param before all runs of that side
 * @param after all runs of that side
 * @param overRounds whether the intervals are taken over starts of the services, which takes two on each side; else
 *     over blocks, and what one start differs from the next by is not in them
 * @param workloads in the order of the runs
 * @param settings what else than the project's source differs between the sides, one sentence each
 */
public record Change(
        Results before, Results after, boolean overRounds, List<OfWorkload> workloads, List<String> settings) {
    private static final int ROUNDS_FOR_AN_INTERVAL = 2;

    /**
     * One workload.
     *
     * @param workload what the contenders were asked to do
     * @param figures every figure of every contender that was measured on both sides
     */
    public record OfWorkload(Workload workload, List<OfFigure> figures) {}

    /**
     * One figure of one contender.
     *
     * @param contender its name
     * @param figure what is compared
     * @param before geometric mean, in the figure's unit
     * @param after geometric mean, in the figure's unit
     * @param limit whether the offered rate capped what was carried
     * @param estimate after ÷ before
     * @param verdict after all comparisons of the workload were judged together
     */
    public record OfFigure(
            String contender,
            Figure figure,
            double before,
            double after,
            Limit limit,
            RatioEstimate estimate,
            org.concurrencylab.statistics.Verdict verdict) {}

    /**
     * Compares two sides that were found comparable.
     *
     * @param before merged runs
     * @param after merged runs of the same contenders and workloads
     * @param settings what else differs, for people
     */
    public static Change of(Results before, Results after, List<String> settings) {
        boolean overRounds = Math.min(before.rounds(), after.rounds()) >= ROUNDS_FOR_AN_INTERVAL;
        Summary old = Summary.of(before);
        Summary now = Summary.of(after);
        return new Change(
                before,
                after,
                overRounds,
                before.workloads().stream()
                        .map(workload ->
                                new OfWorkload(workload, new ChangeJudgement(old, now, workload, overRounds).figures()))
                        .toList(),
                settings);
    }
}
