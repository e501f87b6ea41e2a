package org.concurrencylab.chaos;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.results.AtomicFile;
import org.concurrencylab.results.Results;

/**
 * What came of a run.
 *
 * @param environment the machine and its software
 * @param customers of each load
 * @param perSecond most requests a second of all of them
 * @param trials contender by contender, fault by fault
 */
public record ChaosResults(Results.Environment environment, int customers, int perSecond, List<Trial> trials) {

    /** Whether every trial passed. */
    @JsonProperty
    public boolean passed() {
        return trials.stream().allMatch(Trial::passed);
    }

    /** Writes {@code chaos.json} and {@code summary.md} there. */
    public void write(Path folder) {
        try {
            AtomicFile.write(folder.resolve("chaos.json"), json());
            AtomicFile.write(folder.resolve("summary.md"), ChaosTable.markdown(this));
        } catch (IOException e) {
            throw new LabFailure("Results cannot be written to " + folder + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private String json() throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
