package org.concurrencylab.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.concurrencylab.results.Merge;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.StoredResults;

/** Runs of one comparison that differ in their start, seed and command. */
public final class SampleRuns {
    private SampleRuns() {}

    /** The results as those of a run that started so many hours later. */
    public static Results numbered(int number, Results results) {
        return new Results(
                results.format(),
                List.of(new Results.Run(
                        SampleResults.STARTED.plusSeconds(3_600L * number),
                        100,
                        20 + number,
                        "./lab compare --quick --seed " + (20 + number))),
                results.environment(),
                results.contenders(),
                results.workloads(),
                results.warmUp(),
                results.slices(),
                results.experiments(),
                results.missing(),
                results.remarks());
    }

    /** These runs merged. */
    static Results merged(int firstNumber, Results... runs) {
        return Merge.of(IntStream.range(0, runs.length)
                .mapToObj(i -> new StoredResults(
                        Path.of("run" + (firstNumber + i) + ".json"), numbered(firstNumber + i, runs[i])))
                .toList());
    }
}
