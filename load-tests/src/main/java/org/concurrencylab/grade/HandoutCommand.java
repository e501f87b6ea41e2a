package org.concurrencylab.grade;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.concurrencylab.environment.LabHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab handout DIR}: the students' repository. */
@Command(
        name = "handout",
        mixinStandardHelpOptions = true,
        description = "Write the students' repository: every assignment at its start, no solutions, one commit.")
public final class HandoutCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A new or an empty folder outside of this repository.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path home = LabHome.find();
        Path target = folder.toAbsolutePath().normalize();
        if (target.startsWith(home)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the hand-out needs a folder outside of this repository, and " + target + " is inside");
        }
        Handout.objection(target).ifPresent(sentence -> {
            throw new ParameterException(spec.commandLine(), sentence);
        });
        int files = new Handout(home, Assignments.all()).write(target);
        spec.commandLine().getOut().printf("  %d files and one commit in %s%n", files, target);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
