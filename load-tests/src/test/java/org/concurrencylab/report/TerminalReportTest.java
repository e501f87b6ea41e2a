package org.concurrencylab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concurrencylab.report.Handmade.slice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
    private final Summary summary = Summary.of(SampleResults.build());

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void staysWithinTheTerminal(int columns) {
        assertThat(TerminalReport.render(summary, new TerminalStyle(columns, false, true))
                        .lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }

    @Test
    void alignsFiguresUnderTheirTitles() {
        List<String> lines = TerminalReport.render(summary, new TerminalStyle(120, false, true))
                .lines()
                .toList();

        String head = lines.get(1);
        assertThat(lines.get(2).indexOf("2,500/s") + "2,500/s".length())
                .isEqualTo(head.indexOf("carried") + "carried".length());
        assertThat(lines.get(4).indexOf("nothing: the offered rate")).isEqualTo(head.indexOf("bound by"));
    }

    @Test
    void fallsBackToAscii() {
        TerminalStyle style = TerminalStyle.of(null, false, StandardCharsets.US_ASCII);

        assertThat(TerminalReport.render(summary, style)).matches("\\p{ASCII}*").contains(">= 2.01x [2.01 - 2.02]");
    }

    @Test
    void coloursOnlyWhenAsked() {
        assertThat(TerminalReport.render(summary, new TerminalStyle(120, false, true)))
                .doesNotContain("\u001B");
        assertThat(TerminalReport.render(summary, new TerminalStyle(120, true, true)))
                .contains("\u001B[1m");
    }

    @Test
    void letsNoNameSteerTheTerminal() {
        Summary hostile = Summary.of(Handmade.results(1_000, List.of(), slice("\u001B[2Jgone", 0, 4_000, 100, 10)));

        assertThat(TerminalReport.render(hostile, new TerminalStyle(120, false, true)))
                .doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "wide", "99999999999"})
    void ignoresAWidthThatIsNone(String columns) {
        assertThat(TerminalStyle.of(columns, false, StandardCharsets.UTF_8).columns())
                .isEqualTo(120);
    }
}
