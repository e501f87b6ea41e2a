package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.concurrencylab.chaos.ChaosResults;
import org.concurrencylab.chaos.ChaosRun;
import org.concurrencylab.chaos.ChaosTable;
import org.concurrencylab.chaos.Faults;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lab chaos}: what is lost when something fails. Exit code 1 when something was, or did not recover. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Make faults under load: is an acknowledged write lost, a copy sold twice, and who recovers?")
final class ChaosCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "NAME",
            description = "Only these, in this order (default: all, in about eight minutes).")
    private List<String> faults = Faults.names();

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "Whom they strike (default: threads,virtual,reactive).")
    private List<String> contenders =
            ContenderSpec.USUAL.stream().map(ContenderSpec::name).toList();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default: results/chaos-<time>).")
    private Path out;

    @Override
    public Integer call() throws InterruptedException {
        for (String fault : faults) {
            if (!Faults.names().contains(fault)) {
                throw bad("there is no fault \"" + fault + "\"; there are " + String.join(", ", Faults.names()));
            }
        }
        List<ContenderSpec> specs = contenders.stream().map(this::contender).toList();
        Path folder = out == null ? OutFolder.named("chaos-") : OutFolder.given(spec.commandLine(), out);
        Leftovers.ofThisUser().reap().forEach(this::print);
        ChaosResults results;
        try (Run run = Run.begin()) {
            results = new ChaosRun(run, specs, faults, line -> print("  " + line + " ...")).measure();
        }
        print("");
        ChaosTable.lines(results).forEach(this::print);
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
