package org.concurrencylab.soak;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.results.AtomicFile;
import org.concurrencylab.results.Results;
import org.concurrencylab.soak.KneeSearch.Knee;

/**
 * What came of a run.
 *
 * @param environment the machine and its software
 * @param minutes that were asked for
 * @param rate requests per second to each contender
 * @param knee where the rate comes from; null if it was given
 * @param mix shares of the requests
 * @param sellersMillis delay of the sellers, in milliseconds
 * @param warmUp readings of each contender that are not judged
 * @param readings of each contender that are
 * @param growths the verdicts, contender by contender
 * @param end what to say of a contender that ended; null if none did
 */
public record SoakResults(
        Results.Environment environment,
        int minutes,
        double rate,
        Knee knee,
        String mix,
        int sellersMillis,
        Map<String, List<Reading>> warmUp,
        Map<String, List<Reading>> readings,
        List<Growth> growths,
        String end) {

    /** Whether nothing grows, all contenders live and each carried what it was asked for. */
    @JsonProperty
    public boolean passed() {
        return end == null
                && growths.stream().noneMatch(Growth::grows)
                && laggard().isEmpty();
    }

    /** One that did not carry the load, so that nothing can be said of how it stands it. */
    Optional<String> laggard() {
        return readings.entrySet().stream()
                .filter(each -> !Promise.carries(goodPerSecond(each.getValue()), rate))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Good answers per second of one contender; 0 when it was never read. */
    static double goodPerSecond(List<Reading> readings) {
        return readings.stream().mapToDouble(Reading::goodPerSecond).average().orElse(0);
    }

    /** Writes {@code soak.json} and {@code summary.md} there. */
    public void write(Path folder) {
        try {
            AtomicFile.write(folder.resolve("soak.json"), json());
            AtomicFile.write(folder.resolve("summary.md"), SoakTable.markdown(this));
        } catch (IOException e) {
            throw new LabFailure("Results cannot be written to " + folder + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private String json() throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
