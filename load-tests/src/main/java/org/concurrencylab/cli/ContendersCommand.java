package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Run;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that starts contenders, tells what came of them, and ends with 1 when that is nothing good. */
abstract class ContendersCommand implements Callable<Integer> {

    /**
     * What came of them.
     *
     * @param lines for the terminal
     * @param files writes it to a folder
     * @param good whether it is what it should be
     */
    record Outcome(List<String> lines, Consumer<Path> files, boolean good) {}

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "Who takes part (default: threads,virtual,reactive).")
    private List<String> contenders =
            ContenderSpec.USUAL.stream().map(ContenderSpec::name).toList();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go (default: results/${COMMAND-NAME}-<time>).")
    private Path out;

    @Override
    public final Integer call() throws InterruptedException {
        check(contenders);
        List<ContenderSpec> specs = contenders.stream().map(this::contender).toList();
        Path folder = out == null ? OutFolder.named(spec.name() + "-") : OutFolder.given(spec.commandLine(), out);
        Leftovers.ofThisUser().reap().forEach(this::print);
        Outcome outcome;
        try (Run run = Run.begin()) {
            outcome = measure(run, specs);
        }
        print("");
        outcome.lines().forEach(this::print);
        outcome.files().accept(folder);
        print("  results    " + folder);
        return outcome.good() ? 0 : 1;
    }

    /**
     * Looks at the options before anything is started.
     *
     * @param contenders as typed
     * @throws ParameterException when they make no sense
     */
    abstract void check(List<String> contenders);

    /** Does what the command is for. */
    abstract Outcome measure(Run run, List<ContenderSpec> contenders) throws InterruptedException;

    final void print(String line) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(line);
        terminal.flush();
    }

    final ParameterException bad(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private ContenderSpec contender(String name) {
        try {
            return ContenderSpec.named(name);
        } catch (LabFailure unknown) {
            throw bad(unknown.getMessage());
        }
    }
}
