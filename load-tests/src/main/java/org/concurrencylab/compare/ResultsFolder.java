package org.concurrencylab.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.live.Phase;
import org.concurrencylab.report.Report;
import org.concurrencylab.results.AtomicFile;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where results go: made before anything is measured, and removed again when nothing came of it.
 *
 * @param path the folder
 * @param existed whether it was there before
 */
record ResultsFolder(Path path, boolean existed) {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsFolder.class);

    /** @throws LabFailure when it cannot be made or written to */
    static ResultsFolder make(Path path) {
        boolean existed = Files.exists(path);
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new LabFailure("Results cannot be written to " + path + ": " + AtomicFile.reason(e) + ".", e);
        }
        // Now, not after the minutes of a run.
        if (!Files.isWritable(path)) {
            throw new LabFailure("Results cannot be written to " + path + ": permission denied.");
        }
        return new ResultsFolder(path, existed);
    }

    /**
     * Keeps what was measured: first as figures, then as pages.
     *
     * @param gatling writes Gatling's own reports, which the page links to
     */
    void keep(Results results, Progress progress, Runnable gatling) {
        progress.tell(new LiveEvent.Entered(Phase.REPORT));
        ResultsFile.write(path.resolve("results.json"), results);
        gatling.run();
        Report.write(results, path);
        progress.tell(new LiveEvent.Finished(path.resolve("report.html")));
    }

    /** After a failure: removes it if it is new and still empty. */
    void giveUp() {
        if (existed) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debug("{} stays: it holds what was measured", path, e);
        }
    }
}
