package org.concurrencylab.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.concurrencylab.bench.CostCommand;
import org.concurrencylab.environment.Versions;
import org.concurrencylab.fuzz.FuzzCommand;
import org.concurrencylab.grade.GradeCommand;
import org.concurrencylab.grade.HandoutCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 failed, 2 bad usage, 130 ended by Ctrl-C. */
@Command(
        name = "./lab",
        description = "Blocking threads, virtual threads and an event loop behind one API, compared under load.",
        mixinStandardHelpOptions = true,
        versionProvider = Lab.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        // Every command of the lab is registered here.
        subcommands = {
            CompareCommand.class,
            ExperimentsCommand.class,
            CostCommand.class,
            ChaosCommand.class,
            SoakCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            UpCommand.class,
            DevCommand.class,
            DoctorCommand.class,
            MigrateCommand.class,
            K8sCommand.class,
            FuzzCommand.class,
            GradeCommand.class,
            HandoutCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "Also: ./lab test runs all tests.", "Exit codes: 0 done, 1 failed, 2 bad usage."})
public final class Lab implements Callable<Integer> {

    /** Bad usage. */
    static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // Figures are written alike on every machine.
        Locale.setDefault(Locale.ENGLISH);
        Logging.toFile();
        System.exit(commandLine().execute(arguments));
    }

    /** The command line as {@link #main} runs it. */
    static CommandLine commandLine() {
        return new CommandLine(new Lab())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setParameterExceptionHandler(Sentences::badUsage)
                .setExecutionExceptionHandler(Sentences::failed);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return USAGE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Versions versions = Versions.ofThisBuild();
            return new String[] {
                "Concurrency Lab %s (Quarkus %s, Gatling %s, Java %s)"
                        .formatted(versions.lab(), versions.quarkus(), versions.gatling(), Runtime.version())
            };
        }
    }
}
