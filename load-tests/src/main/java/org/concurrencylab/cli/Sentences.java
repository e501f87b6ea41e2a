package org.concurrencylab.cli;

import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Run;
import org.concurrencylab.generator.GeneratorException;
import org.concurrencylab.results.ResultsException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command did not do what was asked; stack traces go to the log. */
final class Sentences {

    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;
    private static final long SIGNAL_ARRIVES_MILLIS = 300;

    private Sentences() {}

    static int badUsage(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String help = help(command);
        String sentence =
                String.valueOf(problem.getMessage()).lines().findFirst().orElse("Bad usage");
        command.getErr()
                .println("lab: " + sentence.replaceFirst("^Error: ", "").replaceFirst("\\.$", "") + "; see " + help
                        + ".");
        return Lab.USAGE;
    }

    private static String help(CommandLine command) {
        if (command.getParent() == null) {
            return "./lab help";
        }
        return command.getParent().getParent() == null
                ? "./lab help " + command.getCommandName()
                : command.getCommandSpec().qualifiedName() + " --help";
    }

    static int failed(Exception problem, CommandLine command, ParseResult parsed) {
        if (isConsequenceOfCtrlC()) {
            return INTERRUPTED;
        }
        // The log comes into being with the first message.
        LoggerFactory.getLogger(Lab.class).error("{} failed", command.getCommandName(), problem);
        command.getErr()
                .println(
                        isSentence(problem)
                                ? "lab: " + problem.getMessage()
                                : "lab: unexpected failure, please report it: " + problem + " (log: " + Logging.file()
                                        + ").");
        return FAILED;
    }

    private static boolean isSentence(Exception problem) {
        return problem instanceof LabFailure
                || problem instanceof GeneratorException
                || problem instanceof ResultsException;
    }

    /** Ctrl-C reaches all processes of the terminal at once: a child's end may be seen before our own signal. */
    private static boolean isConsequenceOfCtrlC() {
        try {
            Thread.sleep(SIGNAL_ARRIVES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Run.isInterrupted();
    }
}
