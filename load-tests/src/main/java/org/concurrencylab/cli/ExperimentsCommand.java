package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.concurrencylab.experiments.Claim;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.experiments.Experiments;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./lab experiments}: what can be tried, and what is expected of it. */
@Command(
        name = "experiments",
        description = "List the experiments, each with its question, its prediction and the claims that it rules on.",
        mixinStandardHelpOptions = true)
public final class ExperimentsCommand implements Callable<Integer> {

    private static final int CONTENDERS = 3;
    private static final double SECONDS_PER_MINUTE = 60;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Experiment experiment : Experiments.all()) {
            out.printf(
                    "%s (%.1f min once the contenders are warm)%n  %s%n  Prediction: %s%n%s  ./lab compare --experiments %s%s%n%n",
                    experiment.name(),
                    experiment.seconds(CONTENDERS) / SECONDS_PER_MINUTE,
                    experiment.question(),
                    experiment.prediction(),
                    claims(experiment),
                    experiment.name(),
                    Experiments.together().contains(experiment) ? "" : " (no part of --experiments all)");
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String claims(Experiment experiment) {
        List<String> claims =
                Claim.of(experiment.name()).stream().map(Claim::name).toList();
        return claims.isEmpty() ? "" : "  Rules on: %s%n".formatted(String.join(", ", claims));
    }
}
