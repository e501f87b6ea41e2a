package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.concurrencylab.compare.CompareRun;
import org.concurrencylab.compare.LiveProgress;
import org.concurrencylab.compare.PlainProgress;
import org.concurrencylab.compare.Plan;
import org.concurrencylab.compare.Progress;
import org.concurrencylab.compare.TargetRun;
import org.concurrencylab.compare.TargetRun.Target;
import org.concurrencylab.compare.TerminalProgress;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.experiments.Experiment;
import org.concurrencylab.experiments.Experiments;
import org.concurrencylab.report.Summary;
import org.concurrencylab.report.TerminalReport;
import org.concurrencylab.results.Results;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code ./lab compare}: the main job. */
@Command(
        name = "compare",
        description = "Start everything, check that the contenders agree, load them in turn, and report what differs.",
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Length length = new Length();

    @Option(
            names = "--contenders",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "threads,virtual,reactive",
            description = "Who is compared, the reference of all ratios first (default: threads,virtual,reactive;"
                    + " there is also sync, and each as NAME-driver, without Hibernate, as NAME-again, a second process of the"
                    + " same, and as NAME-slower, with 25 µs of CPU time more in each request).")
    private List<String> contenders;

    @Option(
            names = "--experiments",
            paramLabel = "NAME",
            split = ",",
            description = "Make these experiments, or all that belong together; without --quick or --full nothing else"
                    + " (see ./lab experiments).")
    private List<String> experiments = List.of();

    @Option(
            names = "--targets",
            paramLabel = "NAME=URL[@URL]",
            split = ",",
            converter = TargetConverter.class,
            description = "Compare services that run already, wherever they are, on one database; starts nothing but"
                    + " the load. The second URL is where a service's own processes tell their metrics; without it"
                    + " what they use is unknown.")
    private List<Target> targets = List.of();

    @Option(
            names = "--sellers",
            paramLabel = "URL",
            converter = VerifyCommand.HttpUrl.class,
            description = "The sellers stub that the targets call; without it workloads that call it are left out.")
    private URI sellers;

    @Option(
            names = "--unchecked",
            description = "Do not check first whether the targets agree: beside somebody else's load such checks fail.")
    private boolean unchecked;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random order and the users' choices.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; must be new or empty (default: results/<time>).")
    private Path out;

    @Option(names = "--live", description = "Open the page that shows the run while it measures.")
    private boolean live;

    static final class Length {
        @Option(names = "--quick", description = "As many short blocks as 3 minutes hold (default).")
        private boolean quick;

        @Option(
                names = "--full",
                description =
                        "Five starts of the services, longer blocks, at most 20 minutes: what differs from start to start"
                                + " is in the intervals.")
        private boolean full;
    }

    @Override
    public Integer call() {
        if (!targets.isEmpty()) {
            checkTargets();
        } else if (sellers != null || unchecked) {
            throw new ParameterException(
                    spec.commandLine(), (sellers == null ? "--unchecked" : "--sellers") + " needs --targets");
        }
        List<ContenderSpec> chosen = targets.isEmpty() ? chosen() : List.of();
        List<Experiment> tried = tried();
        int compared = targets.isEmpty() ? chosen.size() : targets.size();
        Plan plan = plan(!tried.isEmpty(), compared);
        long runSeed = seed == null ? RandomGenerator.getDefault().nextInt(1, 1_000_000) : seed;
        Path folder = out == null ? OutFolder.named("") : OutFolder.given(spec.commandLine(), out);
        String command = "./lab "
                + String.join(
                        " ", spec.commandLine().getParent().getParseResult().originalArgs());
        PrintWriter terminal = spec.commandLine().getOut();
        Leftovers.ofThisUser().reap().forEach(terminal::println);
        Results results;
        double seconds = seconds(plan, tried, compared);
        try (Progress progress = live(seconds, progress(seconds, terminal))) {
            results = targets.isEmpty()
                    ? new CompareRun(plan, tried, chosen, runSeed, command, folder).execute(progress)
                    : new TargetRun(plan, targets, Optional.ofNullable(sellers), !unchecked, runSeed, command, folder)
                            .execute(progress);
        }
        terminal.print(TerminalReport.render(Summary.of(results), Terminal.style()));
        terminal.println("  report     " + folder.resolve("report.html"));
        terminal.flush();
        return results.missing().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void checkTargets() {
        ParseResult given = spec.commandLine().getParseResult();
        for (String other : List.of("--contenders", "--experiments", "--full")) {
            if (given.hasMatchedOption(other)) {
                throw new ParameterException(spec.commandLine(), "--targets and " + other + " cannot go together");
            }
        }
        if (targets.stream().map(Target::name).distinct().count() < targets.size()) {
            throw new ParameterException(spec.commandLine(), "--targets gives two services one name");
        }
        contenders = targets.stream().map(Target::name).toList();
    }

    private Plan plan(boolean hasExperiments, int contenders) {
        if (length.full) {
            return Plan.full();
        }
        return hasExperiments && !length.quick ? Plan.experimentsOnly() : Plan.quick(contenders);
    }

    private static double seconds(Plan plan, List<Experiment> tried, int contenders) {
        return plan.seconds(contenders)
                + tried.stream()
                        .mapToDouble(experiment -> experiment.seconds(contenders))
                        .sum();
    }

    private List<Experiment> tried() {
        if (experiments.equals(List.of("all"))) {
            return Experiments.together();
        }
        return experiments.stream().distinct().map(this::experiment).toList();
    }

    private Experiment experiment(String name) {
        return Experiments.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no experiment \"%s\"; there are %s, and all"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                Experiments.all().stream()
                                                        .map(Experiment::name)
                                                        .toList()))));
    }

    private List<ContenderSpec> chosen() {
        try {
            List<ContenderSpec> chosen =
                    contenders.stream().map(ContenderSpec::named).toList();
            if (chosen.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "--contenders names none");
            }
            if (new HashSet<>(contenders).size() < contenders.size()) {
                throw new ParameterException(spec.commandLine(), "--contenders names one of them twice");
            }
            return chosen;
        } catch (LabFailure e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Nobody would look at the page of an unattended run. */
    private Progress live(double seconds, Progress progress) {
        if (live) {
            return LiveProgress.opened(progress, contenders, seconds);
        }
        return Terminal.isInteractive() ? LiveProgress.around(progress, contenders, seconds) : progress;
    }

    private static Progress progress(double seconds, PrintWriter out) {
        return Terminal.isInteractive()
                ? new TerminalProgress(out, System.out, Terminal.columns(), seconds)
                : new PlainProgress(out);
    }
}
