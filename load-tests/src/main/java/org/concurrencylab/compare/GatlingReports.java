package org.concurrencylab.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceRequest;

/** Gatling's own HTML report of each contender, from one unmeasured run under the first workload. */
final class GatlingReports {

    private GatlingReports() {}

    /** Writes {@code gatling/<contender>/index.html} below the folder. */
    static void write(Plan plan, List<Subject> subjects, GeneratorProcess generator, Path folder, Progress progress) {
        for (Subject subject : subjects) {
            Load load = plan.loads().getFirst();
            progress.begin("Gatling's report · " + subject.name(), plan.gatlingSeconds());
            SliceRequest request = new SliceRequest(
                    subject.url(),
                    load.mix(),
                    load.ratePerSecond(),
                    plan.slice().rampSeconds(),
                    plan.slice().settleSeconds(),
                    plan.gatlingSeconds(),
                    Plan.TIMEOUT_SECONDS,
                    false,
                    0);
            try {
                Path parent = Files.createDirectories(folder.resolve("gatling"));
                Path page = generator.report(request, parent, SliceListener.SILENT);
                Files.move(page.getParent(), parent.resolve(subject.name()));
            } catch (IOException e) {
                throw new LabFailure(
                        "Gatling's report cannot be written to " + folder + ": " + e.getMessage() + ".", e);
            }
        }
    }
}
