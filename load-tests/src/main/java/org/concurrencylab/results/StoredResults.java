package org.concurrencylab.results;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Results and the file they stand in.
 *
 * @param file for people, to name the results by
 * @param results what it holds
 */
public record StoredResults(Path file, Results results) {

    /**
     * @param files of this format
     * @return what they hold, in the same order
     * @throws ResultsException when one cannot be read, see {@link ResultsFile#read}
     */
    public static List<StoredResults> read(List<Path> files) {
        return files.stream()
                .map(file -> new StoredResults(file, ResultsFile.read(file)))
                .toList();
    }

    /**
     * A run is known by the moment it started: on one machine no two start within the same instant.
     *
     * @throws ResultsException when a run is among these more than once, for it would count as often
     */
    public static void requireDifferentRuns(List<StoredResults> stored) {
        Map<Results.Run, Path> seen = new HashMap<>();
        for (StoredResults one : stored) {
            for (Results.Run run : one.results().runs()) {
                Path other = seen.put(run, one.file());
                if (other != null) {
                    throw new ResultsException(
                            other.equals(one.file())
                                    ? one.file() + " is given twice."
                                    : "%s and %s hold the same run, started %s."
                                            .formatted(other, one.file(), run.startedAt()));
                }
            }
        }
    }
}
