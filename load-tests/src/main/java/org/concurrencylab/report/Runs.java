package org.concurrencylab.report;

import java.time.Instant;
import java.util.List;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Run;

/** The runs that results come from, in words: one, or as many as were merged. */
final class Runs {
    private Runs() {}

    static boolean areMerged(Results results) {
        return results.runs().size() > 1;
    }

    /** "3 runs merged, started A, B and C"; empty for a single run. */
    static String merged(Results results) {
        return areMerged(results) ? results.runs().size() + " runs merged, started " + starts(results) : "";
    }

    /** When each of them began. */
    static String starts(Results results) {
        return Format.list(results.runs().stream()
                .map(Run::startedAt)
                .map(Instant::toString)
                .toList());
    }

    /** "the seed 7" or "the seeds 7 and 8 of the runs". */
    static String seeds(Results results) {
        String seeds = Format.list(
                results.runs().stream().map(Run::seed).map(String::valueOf).toList());
        return areMerged(results) ? "the seeds " + seeds + " of the runs" : "the seed " + seeds;
    }

    /** As typed, one per line; of several runs each with what tells it from the others. */
    static List<String> commands(Results results) {
        return results.runs().stream()
                .map(run -> run.command().replaceAll("\\p{Cntrl}", " ")
                        + (areMerged(results) ? "   # started %s, seed %d".formatted(run.startedAt(), run.seed()) : ""))
                .toList();
    }
}
