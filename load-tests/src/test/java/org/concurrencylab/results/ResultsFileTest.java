package org.concurrencylab.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.concurrencylab.report.SampleResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("results.json");
    }

    @Test
    void readsBackWhatItWrote() {
        Results results = SampleResults.build();

        ResultsFile.write(file, results);

        assertThat(ResultsFile.read(file)).isEqualTo(results);
    }

    @Test
    void writesInstantsAsText() throws IOException {
        ResultsFile.write(file, SampleResults.build());

        JsonNode document = new ObjectMapper().readTree(file.toFile());
        assertThat(document.at("/runs/0/startedAt").asText()).isEqualTo("2026-11-20T10:15:00Z");
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        ResultsFile.write(file, SampleResults.build());
        ResultsFile.write(file, SampleResults.build());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesAFileThatIsMissing() {
        refuses("Cannot read " + file + ": there is no such file.");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> ResultsFile.read(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessage(folder + " is a folder; name the results.json in it.");
        assertThatThrownBy(() -> ResultsFile.write(folder, SampleResults.build()))
                .isInstanceOf(ResultsException.class)
                .hasMessage("Cannot write " + folder + ": it is a folder.");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.writeString(file, "\n");

        refuses(file + " is empty.");
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        ResultsFile.write(file, SampleResults.build());
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));

        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(ResultsException.class)
                .message()
                .startsWith(file + " is cut off or not JSON (line ")
                .doesNotContain("\n");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        refuses("Cannot read " + file + ": it is not text.");
    }

    @Test
    void refusesForeignJson() throws IOException {
        Files.writeString(file, "[1, 2]");

        refuses(file + " is not a results.json of the lab: its \"format\" is missing or foreign.");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        Files.writeString(file, "{\"format\": \"concurrency-lab/results/0\"}");

        refuses(file + " has the format concurrency-lab/results/0; this version of the lab reads " + Results.FORMAT
                + ".");
    }

    @Test
    void saysWhereAFieldBreaksTheSchema() throws IOException {
        ResultsFile.write(file, SampleResults.build());
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"measuredSeconds\" : 4.0", "\"measuredSeconds\" : 0"));

        refuses(file
                + " does not follow its format: /slices/0/measuredSeconds: must have an exclusive minimum value of 0.");
    }

    @Test
    void refusesAFileTooLargeToBeOne() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }

        refuses(file + " is too large for a results.json of the lab.");
    }

    @Test
    void refusesASliceOfAnUnknownContender() throws IOException {
        ResultsFile.write(file, SampleResults.build());
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\"contender\" : \"virtual\",\n *\"round\"", "\"contender\" : \"x\", \"round\""));

        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessage(file + " does not follow its format: slices[1] names an unknown contender or workload.");
    }

    @Test
    void refusesAHistogramThatCannotBeDecoded() throws IOException {
        ResultsFile.write(file, SampleResults.build());
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("\"latencyMicros\" : \"[^\"]*", "\"latencyMicros\" : \"AAAA"));

        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessage(file + " does not follow its format: slices[0] holds a histogram that cannot be decoded.");
    }

    @Test
    void leavesTheOldFileWhenItCannotWrite() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "old");

        assertThatThrownBy(() -> ResultsFile.write(blocked.resolve("results.json"), SampleResults.build()))
                .isInstanceOf(ResultsException.class)
                .message()
                .startsWith("Cannot write " + blocked.resolve("results.json") + ": ");
        assertThat(blocked).hasContent("old");
    }

    private void refuses(String sentence) {
        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessage(sentence);
    }
}
