package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.concurrencylab.report.Change;
import org.concurrencylab.report.ChangeReport;
import org.concurrencylab.report.Report;
import org.concurrencylab.report.Summary;
import org.concurrencylab.report.TerminalReport;
import org.concurrencylab.results.Merge;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsException;
import org.concurrencylab.results.ResultsFile;
import org.concurrencylab.results.StoredResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lab report}: renders a results.json again, merges several, or holds those before a change against those after
 * it. Exit code 0, 2 when the files cannot be read or do not belong together (then nothing is written), 1 when the
 * report cannot be written.
 */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Renders a results.json again: prints the table and writes summary.md and report.html beside it."
                + " Of several it makes one report, each run a round of its own. With --before and --after it tells"
                + " whether a change helped.")
public final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "A results.json that lab compare wrote; several of the same comparison are merged.")
    private List<Path> files = List.of();

    @Option(
            names = "--before",
            paramLabel = "FILE",
            split = ",",
            description = "Runs before a change: a results.json, better three, separated by commas.")
    private List<Path> before = List.of();

    @Option(names = "--after", paramLabel = "FILE", split = ",", description = "Runs after it.")
    private List<Path> after = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report; must be new or empty (default: beside a single file;"
                    + " results/merged-<time> for merged ones; --before and --after only print without it).")
    private Path out;

    @Override
    public Integer call() {
        Runnable report;
        try {
            report = prepared();
        } catch (ResultsException e) {
            return failed(e, spec.exitCodeOnInvalidInput());
        }
        try {
            report.run();
            spec.commandLine().getOut().flush();
            return spec.exitCodeOnSuccess();
        } catch (ResultsException e) {
            return failed(e, spec.exitCodeOnExecutionException());
        }
    }

    /** Reads and checks everything; only what is returned prints and writes. */
    private Runnable prepared() {
        if (before.isEmpty() != after.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--before and --after go together");
        }
        if (files.isEmpty() == before.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Name the files to render or to merge, or those of --before and --after");
        }
        Path given = out == null ? null : OutFolder.given(spec.commandLine(), out);
        if (files.isEmpty()) {
            Change change = change();
            return () -> write(change, given);
        }
        Results results = Merge.of(StoredResults.read(files));
        if (files.size() == 1 && given == null) {
            return () -> write(results, files.getFirst().toAbsolutePath().getParent());
        }
        Path folder = given == null ? OutFolder.named("merged-") : given;
        return () -> {
            ResultsFile.write(folder.resolve("results.json"), results);
            write(results, folder);
        };
    }

    private Change change() {
        List<StoredResults> old = StoredResults.read(before);
        List<StoredResults> now = StoredResults.read(after);
        Merge.requireComparable(old, now);
        return Change.of(
                Merge.of(old),
                Merge.of(now),
                Merge.changedSettings(old.getFirst(), now.getFirst()).stream().toList());
    }

    private void write(Results results, Path folder) {
        Report.Files written = Report.write(results, folder);
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(TerminalReport.render(Summary.of(results), Terminal.style()));
        terminal.println("  report     " + written.page());
    }

    private void write(Change change, Path folder) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(ChangeReport.terminal(change, Terminal.style()));
        if (folder != null) {
            terminal.println(
                    "  report     " + ChangeReport.write(change, folder).page());
        }
    }

    private int failed(ResultsException why, int exitCode) {
        spec.commandLine().getErr().println("lab: " + why.getMessage());
        return exitCode;
    }
}
