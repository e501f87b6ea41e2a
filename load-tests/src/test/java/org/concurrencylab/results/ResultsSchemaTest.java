package org.concurrencylab.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.report.SampleResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultsSchemaTest {
    private static final ResultsSchema SCHEMA = new ResultsSchema();

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private JsonNode document;

    @BeforeEach
    void writeAFile() throws IOException {
        Path file = folder.resolve("results.json");
        ResultsFile.write(file, SampleResults.build());
        document = json.readTree(file.toFile());
    }

    @Test
    void acceptsAWrittenFile() {
        assertThat(SCHEMA.violations(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | format           | "other/1"
                    ''                          | runs             | []
                    /runs/0                     | startedAt        | 1795169700
                    /runs/0                     | wallSeconds      | -1
                    /runs/0                     | seed             | 1.5
                    ''                          | contenders       | []
                    ''                          | unheardOf        | 1
                    /environment                | processors       | "2"
                    /environment                | postgresSettings | {"fsync": false}
                    /contenders/0               | name             | ""
                    /contenders/0               | jvmFlags         | "-Xmx512m"
                    /contenders/0/runtime       | workers          | null
                    /workloads/1                | ratePerSecond    | 0
                    /workloads/1/predictions/0  | formula          | null
                    /slices/0                   | startedAt        | "yesterday"
                    /slices/0                   | round            | -1
                    /slices/0                   | block            | -1
                    /slices/0                   | measuredSeconds  | 0
                    /slices/0                   | statuses         | {"200": -4}
                    /slices/0                   | latencyMicros    | "not base64!"
                    /slices/0/usage             | serviceThreads   | 1.5
                    """)
    void rejectsABrokenField(String place, String field, String value) throws IOException {
        ((ObjectNode) document.at(place)).set(field, json.readTree(value));

        assertThat(SCHEMA.violations(document)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void describesEveryFieldOfTheRecords(String place, Class<?> type) throws IOException {
        JsonNode properties = json.readTree(ResultsSchema.text()).at(place + "/properties");

        assertThat(properties.fieldNames()).toIterable().containsExactlyElementsOf(components(type));
        assertThat(properties.properties())
                .allSatisfy(
                        field -> assertThat(field.getValue().path("description").asText()
                                        + field.getValue().path("$ref").asText())
                                .isNotEmpty());
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("", Results.class),
                Arguments.of("/$defs/run", Results.Run.class),
                Arguments.of("/$defs/environment", Results.Environment.class),
                Arguments.of("/$defs/contender", Results.Contender.class),
                Arguments.of("/$defs/contender/properties/runtime", RuntimeFacts.class),
                Arguments.of("/$defs/workload", Results.Workload.class),
                Arguments.of("/$defs/workload/properties/predictions/items", Results.Prediction.class),
                Arguments.of("/$defs/slice", Results.Slice.class),
                Arguments.of("/$defs/usage", Usage.class));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
