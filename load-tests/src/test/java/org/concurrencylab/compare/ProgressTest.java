package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final int COLUMNS = 140;
    private static final Pattern CONTROL = Pattern.compile("\\u001b\\[[0-9;]*[A-Za-z]");
    private static final Pattern PERCENT = Pattern.compile("(\\d+)%");

    private final StringWriter lines = new StringWriter();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void plainProgressPrintsALineForEachStepAndNoneForItsFigures() {
        try (Progress progress = new PlainProgress(new PrintWriter(lines))) {
            progress.begin("warm-up · threads", 8);
            progress.update(1_234, 0);
            progress.say("contract", "342 checks × 3 contenders agree");
        }

        assertThat(lines.toString().lines())
                .containsExactly("             warm-up · threads", "  contract   342 checks × 3 contenders agree");
    }

    @Test
    void barShowsStepRateErrorsAndTimeLeft() {
        try (Progress progress = barOver(100)) {
            progress.begin("block 1/3 · virtual · external-2000", 50);
            progress.update(1_999.6, 7);
        }

        assertThat(drawn().getLast())
                .startsWith("  measuring ")
                .contains(" left · block 1/3 · virtual · external-2000 · 2,000/s · 7 errors");
    }

    @Test
    void barNeverRunsBackwardsFromStepToStep() {
        try (Progress progress = barOver(100)) {
            for (int step = 0; step < 4; step++) {
                progress.begin("step " + step, 30);
                // Draws the bar a last time.
                progress.say("", "step " + step);
            }
        }

        List<Integer> percents = drawn().stream().map(ProgressTest::percent).toList();
        assertThat(percents).isSorted().endsWith(90);
        assertThat(percents).contains(30, 60);
    }

    @Test
    void barIsFullAndNoMoreWhenStepsTakeLongerThanTheWhole() {
        try (Progress progress = barOver(10)) {
            progress.begin("first", 30);
            progress.begin("second", 30);
        }

        assertThat(drawn().getLast()).contains("100%", "second", "0:00 left");
    }

    @Test
    void barFitsTheTerminalWhateverItHasToSay() {
        try (Progress progress = barOver(100)) {
            progress.begin("a contender with a very long name ".repeat(10), 50);
            progress.update(1_000_000, 1_000_000);
        }

        assertThat(drawn()).isNotEmpty().allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    }

    @Test
    void barLeavesTheLineEmptyForTextThatStays() {
        try (Progress progress = barOver(100)) {
            progress.begin("starting", 15);
            progress.say("started", "PostgreSQL");
        }

        assertThat(lines.toString()).isEqualToNormalizingNewlines("  started    PostgreSQL\n");
        assertThat(written()).matches("(?s).*\\r +\\r").doesNotContain("\n");
    }

    private Progress barOver(double seconds) {
        return new TerminalProgress(
                new PrintWriter(lines), new PrintStream(terminal, true, StandardCharsets.UTF_8), COLUMNS, seconds);
    }

    private String written() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    /** Each state of the line, without the blanks that clear it. */
    private List<String> drawn() {
        return Pattern.compile("[\\r\\n]")
                .splitAsStream(CONTROL.matcher(written()).replaceAll(""))
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static int percent(String line) {
        var matcher = PERCENT.matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
