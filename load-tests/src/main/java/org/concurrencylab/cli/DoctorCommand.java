package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./lab doctor}: what this machine lacks, and the command that mends it. */
@Command(
        name = "doctor",
        description = "Say what this machine lacks, and the command that mends it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Check> checks = MachineChecks.all();
        for (Check check : checks) {
            out.printf(
                    "  %-8s %-11s %s%n",
                    check.verdict().name().toLowerCase(java.util.Locale.ROOT), check.name(), check.found());
            if (check.verdict() != Check.Verdict.OK) {
                out.printf("  %-8s %-11s -> %s%n", "", "", check.remedy());
            }
        }
        boolean canCompare = checks.stream().noneMatch(check -> check.verdict() == Check.Verdict.MISSING);
        out.println(canCompare ? "This machine can run ./lab compare." : "This machine cannot run ./lab compare yet.");
        return canCompare ? 0 : 1;
    }
}
