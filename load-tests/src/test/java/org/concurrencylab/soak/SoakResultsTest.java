package org.concurrencylab.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.concurrencylab.results.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakResultsTest {

    private static final double RATE = 100;
    private static final double MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void passesWhenNothingGrows() {
        SoakResults results = results(readings(0, RATE), null);

        assertThat(results.passed()).isTrue();
        assertThat(SoakTable.lines(results)).anyMatch(line -> line.contains("Nothing is shown to grow."));
    }

    @Test
    void failsAndNamesWhatGrows() {
        SoakResults results = results(readings(1, RATE), null);

        assertThat(results.passed()).isFalse();
        assertThat(SoakTable.lines(results))
                .anyMatch(line -> line.contains("Grows: reactive's heap after GC."))
                .anyMatch(line -> line.contains("heap after GC") && line.endsWith("GROWS"));
    }

    @Test
    void failsWhenAContenderEnded() {
        SoakResults results = results(readings(0, RATE), "reactive ended with exit code 137.");

        assertThat(results.passed()).isFalse();
        assertThat(SoakTable.lines(results)).anyMatch(line -> line.contains("reactive ended with exit code 137."));
    }

    @Test
    void failsWhenAContenderEndedBeforeItWasRead() {
        SoakResults results = results(List.of(), "reactive ended with exit code 137.");

        assertThat(results.passed()).isFalse();
        assertThat(SoakTable.lines(results)).anyMatch(line -> line.contains("cannot be told"));
    }

    @Test
    void failsWhenTheLoadWasNotCarried() {
        SoakResults results = results(readings(0, 0.9 * RATE), null);

        assertThat(results.passed()).isFalse();
        assertThat(SoakTable.lines(results)).anyMatch(line -> line.contains("did not carry"));
    }

    @Test
    void keepsEveryReadingAndTheVerdicts() throws IOException {
        results(readings(1, RATE), null).write(folder.resolve("new"));

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("new/soak.json").toFile());
        assertThat(json.path("readings").path("reactive")).hasSize(30);
        assertThat(json.path("growths")).hasSize(Quantity.values().length);
        assertThat(json.path("passed").asBoolean(true)).isFalse();
        assertThat(Files.readString(folder.resolve("new/summary.md"))).contains("| reactive | heap after GC |");
    }

    private static SoakResults results(List<Reading> readings, String end) {
        Map<String, List<Reading>> all = Map.of("reactive", readings);
        Results.Environment environment = new Results.Environment(
                "a processor", 2, 1, "an OS", "a JVM", "18", Map.of(), "3", "3", "abc", "unpinned", "unpinned");
        return new SoakResults(environment, 1, RATE, null, Errand.shares(), 20, Map.of(), all, Judge.judge(all), end);
    }

    private static List<Reading> readings(double leakedMebibytes, double goodPerSecond) {
        return IntStream.range(0, 30)
                .mapToObj(i -> new Reading(
                        2.0 * i,
                        300 * MEBIBYTE,
                        (30 + leakedMebibytes * i) * MEBIBYTE,
                        22.0,
                        20.0,
                        120.0,
                        2.0,
                        9.0,
                        goodPerSecond,
                        Map.of()))
                .toList();
    }
}
