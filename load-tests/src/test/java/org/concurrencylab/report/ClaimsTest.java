package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of claims in all three renderings, of a run with two experiments that rule and one that does not. */
class ClaimsTest {
    private static final String HOSTILE = "</pre><script>alert(1)</script>\u001B[2J";

    @TempDir
    Path folder;

    @Test
    void leadsWithHowManyClaimsHold() {
        assertThat(Verdict.of(Summary.of(run())).lead())
                .isEqualTo("Of 2 claims put to the test 1 holds and 1 cannot be told here.");
    }

    @Test
    void thePageBeginsWithTheTableAndLinksTheExperiments() throws IOException {
        String page = Files.readString(Report.write(run(), folder).page());

        assertThat(page.substring(page.indexOf("<body>"), page.indexOf("id=\"drawings\"")))
                .containsSubsequence(
                        "<h2 id=\"verdict-title\">",
                        "<table class=\"claims\">",
                        "<th scope=\"row\">C11</th>",
                        "Asynchronous code is harder to debug.",
                        "holds",
                        "event loop 1 method, blocking code 2 methods",
                        "<a href=\"#experiment-stack-trace\">stack-trace</a>",
                        "<th scope=\"row\">C12</th>",
                        "cannot be told here",
                        "Not tried in this run: C1, C2,",
                        "./lab compare --experiments fan-out,external,",
                        "<p class=\"lead\">",
                        "<section id=\"experiment-code\"",
                        "<dt>C12 cannot be told here</dt>",
                        "<section id=\"experiment-stack-trace\"",
                        "Stack trace of threads",
                        "&lt;/pre&gt;&lt;script&gt;")
                .doesNotContain("<script>alert", "NOT_FOUND");
    }

    @Test
    void theSummaryBeginsWithTheTableAndLinksTheExperiments() throws IOException {
        assertThat(Files.readString(Report.write(run(), folder).summary()))
                .containsSubsequence(
                        "| | claim | verdict | predicted | measured | experiment |",
                        "| C11 | Asynchronous code is harder to debug. | holds |",
                        "| event loop 1 method, blocking code 2 methods | [stack-trace](#stack-trace) |",
                        "Not tried in this run: C1",
                        "Of 2 claims",
                        "## stack-trace",
                        "- **C11 holds**: ",
                        "\n    The call of a seller failed: </pre>")
                .doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void theTerminalsVerdictBeginsWithTheTable(int columns) {
        String text = TerminalReport.render(Summary.of(run()), new TerminalStyle(columns, false, true));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns))
                .anySatisfy(line -> assertThat(line).matches("  C11 +Asynchronous .* holds .* stack-trace"));
        assertThat(text)
                .containsSubsequence(
                        "Stack trace of threads:", " claim ", "  C11 ", "  C12 ", "  verdict    Of 2 claims put")
                .doesNotContain("\u001B");
    }

    @Test
    void aRunWithoutRulingsHasNoTable() throws IOException {
        Results plain = SampleResults.build();

        assertThat(Files.readString(Report.write(plain, folder).page()))
                .doesNotContain("class=\"claims\"", "Not tried");
        assertThat(Files.readString(Report.write(plain, folder).summary())).doesNotContain("| claim |");
        assertThat(TerminalReport.render(Summary.of(plain), new TerminalStyle(120, false, true)))
                .doesNotContain("Not tried");
    }

    private static Results run() {
        Map<String, Double> total = Map.of("class", 0.0);
        return with(List.of(
                new Results.Experiment(
                        "code",
                        List.of(
                                Trial.counted("blocking", total, counts(100, 0, 2)),
                                Trial.counted("reactive", total, counts(90, 30, 3)))),
                new Results.Experiment(
                        "stack-trace", List.of(trace("threads", 2, HOSTILE), trace("reactive", 1, "500"))),
                new Results.Experiment("coordinated-omission", List.of())));
    }

    private static Map<String, Double> counts(double lines, double operators, double nesting) {
        return Map.of("classes", 9.0, "lines", lines, "asynchronous operators", operators, "nesting", nesting);
    }

    private static Trial trace(String contender, double methods, String message) {
        return new Trial(
                contender,
                Map.of(),
                null,
                Map.of("own methods", methods, "frames", 40.0),
                List.of(
                        "The call of a seller failed: " + message,
                        "\tat org.concurrencylab.books.Shelf.find(Shelf.java:1)"));
    }

    private static Results with(List<Results.Experiment> experiments) {
        Results plain = SampleResults.build();
        return new Results(
                plain.format(),
                plain.runs(),
                plain.environment(),
                plain.contenders(),
                List.of(),
                plain.warmUp(),
                List.of(),
                experiments,
                List.of(),
                List.of());
    }
}
