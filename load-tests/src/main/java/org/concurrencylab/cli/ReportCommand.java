package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.concurrencylab.report.Report;
import org.concurrencylab.report.Summary;
import org.concurrencylab.report.TerminalReport;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsException;
import org.concurrencylab.results.ResultsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lab report FILE}: renders a results.json again. Exit code 0, or 1 when the file cannot be read or rendered.
 */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Renders a results.json again: prints the table and writes summary.md and report.html beside it.")
public final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A results.json that lab compare wrote.")
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Results results = ResultsFile.read(file);
            Report.Files written = Report.write(results, file.toAbsolutePath().getParent());
            out.print(TerminalReport.render(Summary.of(results), Terminal.style()));
            out.println("  report     " + written.page());
            out.flush();
            return spec.exitCodeOnSuccess();
        } catch (ResultsException e) {
            spec.commandLine().getErr().println("lab: " + e.getMessage());
            return spec.exitCodeOnExecutionException();
        }
    }
}
