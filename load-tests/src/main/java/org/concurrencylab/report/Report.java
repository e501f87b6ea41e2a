package org.concurrencylab.report;

import java.io.IOException;
import java.nio.file.Path;
import org.concurrencylab.results.AtomicFile;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsException;

/** Writes what people read of a run. The same results give the same bytes. */
public final class Report {
    private Report() {}

    /**
     * The files of one report.
     *
     * @param summary the tables and the verdict, as Markdown
     * @param page the whole report, as one HTML file that needs no network
     */
    public record Files(Path summary, Path page) {}

    /**
     * Writes summary.md and report.html, replacing older ones.
     *
     * @param results what was measured
     * @param folder where to; Gatling's reports under {@code gatling/<contender>/} in it are linked when they exist
     * @return the files written
     * @throws ResultsException when they cannot be written
     */
    public static Files write(Results results, Path folder) {
        Summary summary = Summary.of(results);
        Files files = new Files(folder.resolve("summary.md"), folder.resolve("report.html"));
        write(files.summary(), MarkdownReport.render(summary));
        write(files.page(), HtmlReport.render(PageBuilder.of(summary, folder)));
        return files;
    }

    static void write(Path file, String text) {
        try {
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw new ResultsException("Cannot write " + file + ": " + AtomicFile.reason(e) + ".", e);
        }
    }
}
