package org.concurrencylab.cli;

import java.util.List;
import org.concurrencylab.chaos.ChaosResults;
import org.concurrencylab.chaos.ChaosRun;
import org.concurrencylab.chaos.ChaosTable;
import org.concurrencylab.chaos.Faults;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lab chaos}: what is lost when something fails. Exit code 1 when something was, or did not recover. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Make faults under load: is an acknowledged write lost, a copy sold twice, and who recovers?")
final class ChaosCommand extends ContendersCommand {

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "NAME",
            description = "Only these, in this order (default: all, in about eight minutes).")
    private List<String> faults = Faults.names();

    @Override
    void check(List<String> contenders) {
        for (String fault : faults) {
            if (!Faults.names().contains(fault)) {
                throw bad("there is no fault \"" + fault + "\"; there are " + String.join(", ", Faults.names()));
            }
        }
    }

    @Override
    Outcome measure(Run run, List<ContenderSpec> contenders) throws InterruptedException {
        ChaosResults results = new ChaosRun(run, contenders, faults, line -> print("  " + line + " ...")).measure();
        return new Outcome(ChaosTable.lines(results), results::write, results.passed());
    }
}
