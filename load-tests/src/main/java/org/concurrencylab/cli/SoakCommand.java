package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Run;
import org.concurrencylab.soak.SoakPlan;
import org.concurrencylab.soak.SoakResults;
import org.concurrencylab.soak.SoakRun;
import org.concurrencylab.soak.SoakTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
final class SoakCommand implements Callable<Integer> {

    private static final int MOST_MINUTES = 24 * 60;
    private static final double MOST_PER_SECOND = 5_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "30", description = "That are judged (default: 30).")
    private int minutes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests per second to each contender (default: 60 %% of the knee).")
    private Double rate;

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "Who runs side by side (default: threads,virtual,reactive).")
    private List<String> contenders =
            ContenderSpec.USUAL.stream().map(ContenderSpec::name).toList();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default: results/soak-<time>).")
    private Path out;

    @Override
    public Integer call() throws InterruptedException {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw bad("--minutes goes from 1 to " + MOST_MINUTES);
        }
        if (rate != null && !(rate >= 1 && rate <= MOST_PER_SECOND)) {
            throw bad("--rate goes from 1 to " + Math.round(MOST_PER_SECOND) + " requests per second");
        }
        if (new HashSet<>(contenders).size() < contenders.size()) {
            throw bad("--contenders names one of them twice");
        }
        List<ContenderSpec> specs = contenders.stream().map(this::contender).toList();
        Path folder = out == null ? OutFolder.named("soak-") : OutFolder.given(spec.commandLine(), out);
        SoakPlan plan = new SoakPlan(minutes, rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate));
        Leftovers.ofThisUser().reap().forEach(this::print);
        SoakResults results;
        try (Run run = Run.begin()) {
            results = new SoakRun(run, specs, plan, line -> print("  " + line)).measure();
        }
        print("");
        SoakTable.lines(results).forEach(this::print);
        results.write(folder);
        print("  results    " + folder);
        return results.passed() ? 0 : 1;
    }

    private ContenderSpec contender(String name) {
        try {
            return ContenderSpec.named(name);
        } catch (LabFailure unknown) {
            throw bad(unknown.getMessage());
        }
    }

    private void print(String line) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(line);
        terminal.flush();
    }

    private ParameterException bad(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
