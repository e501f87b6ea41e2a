package org.concurrencylab.cli;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.Run;
import org.concurrencylab.soak.SoakPlan;
import org.concurrencylab.soak.SoakResults;
import org.concurrencylab.soak.SoakRun;
import org.concurrencylab.soak.SoakTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lab soak}: what grows when they go on for long. Exit code 1 when something does, or a contender ended. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Load all contenders side by side for long: do memory, threads, connections or latency grow?",
        footer = {
            "",
            "The rate is 60 % of the highest that all keep at once, looked for first. A warm-up of a sixth of the",
            "minutes, at least one, comes on top, and so do the pauses for full collections, two minutes in thirty."
        })
final class SoakCommand extends ContendersCommand {

    private static final int MOST_MINUTES = 24 * 60;
    private static final double MOST_PER_SECOND = 5_000;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "30", description = "That are judged (default: 30).")
    private int minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests per second to each contender (default: 60 %% of the knee).")
    private Double rate;

    @Override
    void check(List<String> contenders) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw bad("--minutes goes from 1 to " + MOST_MINUTES);
        }
        if (rate != null && !(rate >= 1 && rate <= MOST_PER_SECOND)) {
            throw bad("--rate goes from 1 to " + Math.round(MOST_PER_SECOND) + " requests per second");
        }
        if (new HashSet<>(contenders).size() < contenders.size()) {
            throw bad("--contenders names one of them twice");
        }
    }

    @Override
    Outcome measure(Run run, List<ContenderSpec> contenders) throws InterruptedException {
        SoakPlan plan = new SoakPlan(minutes, rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate));
        SoakResults results = new SoakRun(run, contenders, plan, line -> print("  " + line)).measure();
        return new Outcome(SoakTable.lines(results), results::write, results.passed());
    }
}
