package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.report.Handmade.slice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.ResultsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>";

    @TempDir
    Path folder;

    @Test
    void refersToNothingOnTheNetwork() throws IOException {
        String page = page(SampleResults.build());
        String markup = withoutScripts(page);

        assertThat(matches("(?:src|href|action|data)=\"([^\"]*)\"", markup))
                .allSatisfy(target -> assertThat(target).startsWith("#"));
        assertThat(markup).doesNotContain("url(").doesNotContain("@import").doesNotContain("<link");
        assertThat(markup).contains("default-src 'none'");
    }

    @Test
    void keepsHostileNamesHarmless() throws IOException {
        String page = page(Handmade.results(
                1_000, List.of(), slice(HOSTILE, 0, 3_999, Handmade.usage(1), 1, List.of("<img onerror=x>"), 10)));

        assertThat(withoutScripts(page))
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("<b>");
        assertThat(matches("<script\\b", page)).hasSize(3);
        assertThat(drawings(page).get("workload-1-carried").at("/rows/0/name").asText())
                .isEqualTo(HOSTILE);
    }

    @Test
    void keepsHostileNamesHarmlessInMarkdown() throws IOException {
        Results results = Handmade.results(1_000, List.of(), slice("a|b\n# <b>x</b> [c](d)", 0, 4_000, 100, 10));

        assertThat(Files.readString(Report.write(results, folder).summary()))
                .contains("| a\\|b # \\<b\\>x\\</b\\> [c]\\(d) |");
    }

    @Test
    void givesTheSameBytesForTheSameResults() throws IOException {
        Path file = folder.resolve("results.json");
        ResultsFile.write(file, SampleResults.build());

        String first = page(SampleResults.build());
        String again = page(ResultsFile.read(file));

        assertThat(again.equals(first)).isTrue();
    }

    @Test
    void drawsEveryChartAndTellsItAsATableToo() throws IOException {
        String page = page(SampleResults.build());

        List<String> charts = matches("class=\"chart\" id=\"([^\"]*)\"", page);
        assertThat(charts)
                .as("seven of each of three workloads, and the warm-up")
                .hasSize(3 * 7 + 1)
                .doesNotHaveDuplicates();
        assertThat(drawings(page).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(charts);
        assertThat(matches("The same as a table", page)).hasSameSizeAs(charts);
        assertThat(withoutScripts(page))
                .contains("aria-label=\"How many requests per second did each carry? threads 993/s, virtual");
    }

    @Test
    void putsTheVerdictBeforeEverythingElse() throws IOException {
        assertThat(withoutScripts(page(SampleResults.build())))
                .containsSubsequence(
                        "<h2 id=\"verdict-title\"",
                        "<table",
                        "<figure>",
                        "Every slice</h2>",
                        "Method</h2>",
                        "Glossary</h2>");
    }

    @Test
    void linksGatlingsReportsThatExist() throws IOException {
        Files.createDirectories(folder.resolve("gatling/virtual"));
        Files.writeString(folder.resolve("gatling/virtual/index.html"), "");

        assertThat(withoutScripts(page(SampleResults.build())))
                .contains("href=\"gatling/virtual/index.html\"")
                .doesNotContain("gatling/threads");
    }

    @Test
    void showsFiguresThatWereNotMeasuredAsDashes() throws IOException {
        String page =
                page(Handmade.results(1_000, List.of(), slice("threads", 0, 0, Handmade.unknown(), 0, List.of())));

        assertThat(drawings(page).fieldNames()).toIterable().containsExactly("workload-1-carried");
        assertThat(withoutScripts(page)).doesNotContain("NaN").contains("<td class=\"\">–</td>");
    }

    @Test
    void leavesNothingOfTheTemplateUnfilled() throws IOException {
        String body = withoutScripts(page(SampleResults.build()));

        assertThat(body.substring(body.indexOf("<body>"))).doesNotContain("{").doesNotContain("NOT_FOUND");
    }

    @Test
    void tellsConditionsAndCommandInMarkdown() throws IOException {
        assertThat(Files.readString(Report.write(SampleResults.build(), folder).summary()))
                .contains("| threads | 993/s | 1,000/s | 1.95 s |")
                .contains("worker pool (predicted 1,000/s) |")
                .contains("- Processor: AMD EPYC 7B13, 2 CPUs")
                .contains("    ./lab compare --quick --seed 20");
    }

    private String page(Results results) throws IOException {
        return Files.readString(Report.write(results, folder).page());
    }

    private static JsonNode drawings(String page) throws IOException {
        return new ObjectMapper()
                .readTree(matches("id=\"drawings\">([^<]*)</script>", page).getFirst());
    }

    private static String withoutScripts(String page) {
        return Pattern.compile("(<script[^>]*>).*?</script>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("$1</script>");
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> group(match))
                .toList();
    }

    private static String group(MatchResult match) {
        return match.group(match.groupCount());
    }
}
