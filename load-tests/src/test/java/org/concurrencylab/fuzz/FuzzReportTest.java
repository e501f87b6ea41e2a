package org.concurrencylab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.concurrencylab.fuzz.Answers.Answer;
import org.concurrencylab.fuzz.Answers.End;
import org.concurrencylab.fuzz.Ledger.Stock;
import org.junit.jupiter.api.Test;

class FuzzReportTest {
    private static final Stock START = new Stock(100, 0, 0);
    private static final Harvest RIGHT = harvest("right", "200", Map.of(), START, "same", 10 << 20);

    @Test
    void findsNothingWhereAllIsAsItShould() {
        assertThat(report(RIGHT, RIGHT).isClean()).isTrue();
    }

    @Test
    void findsAnswersThatDiffer() {
        FuzzReport report = report(RIGHT, harvest("other", "404", Map.of(), START, "same", 10 << 20));

        assertThat(report.isClean()).isFalse();
        assertThat(report.lines())
                .contains("answered differently: 1; all have the same books at the end")
                .anyMatch(line -> line.startsWith("  1 times 200 | 404; first 0 ("));
    }

    @Test
    void findsServerErrors() {
        FuzzReport report = report(RIGHT, harvest("broken", "200", Map.of(0, "500"), START, "same", 10 << 20));

        assertThat(report.isClean()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("  broken, 0 (") && line.contains(": 500 for "));
    }

    @Test
    void findsChangesThatNobodyAcknowledged() {
        FuzzReport report = report(RIGHT, harvest("sly", "200", Map.of(), new Stock(100, 1, 0), "same", 10 << 20));

        assertThat(report.isClean()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("  sly acknowledged "));
    }

    @Test
    void findsOtherBooksAtTheEnd() {
        assertThat(report(RIGHT, harvest("other", "200", Map.of(), START, "another", 10 << 20))
                        .isClean())
                .isFalse();
    }

    @Test
    void findsMemoryThatIsNotGivenBack() {
        assertThat(report(RIGHT, harvest("leaking", "200", Map.of(), START, "same", 20 << 20))
                        .isClean())
                .isFalse();
    }

    @Test
    void notesWhatWasAccepted() {
        Ledger ledger = new Ledger(START);

        note(ledger, new Asked("POST", ""), new Answer(201, "application/json", true));
        note(ledger, new Asked("POST", ""), new Answer(201, "application/json", false));
        note(ledger, new Asked("PUT", "\"3\""), new Answer(200, "application/json", false));
        note(ledger, new Asked("DELETE", "\"4\""), new Answer(204, "", false));

        assertThat(ledger.expected()).isEqualTo(new Stock(100, 1, -2));
    }

    @Test
    void notesNothingOfWhatWasRefusedOrOnlyReadOrACover() {
        Ledger ledger = new Ledger(START);

        note(ledger, new Asked("POST", ""), new Answer(409, "application/problem+json", false));
        note(ledger, new Asked("GET", ""), new Answer(200, "application/json", false));
        note(ledger, new Asked("PUT", ""), new Answer(204, "", false));
        note(ledger, new Asked("DELETE", "\"1\""), new Answer(412, "application/problem+json", false));

        assertThat(ledger.expected()).isEqualTo(START);
    }

    @Test
    void takesTheAnswerToWhatIsLeftOfABrokenBodyForNone() {
        Ledger ledger = new Ledger(START);
        Answer refused = new Answer(400, "", false);

        ledger.note(
                new HostileRequest("", List.of(), List.of(new Asked("POST", "")), false, false),
                new Answers(List.of(refused, refused), End.CLOSED));

        assertThat(ledger.expected()).isEqualTo(START);
    }

    private static void note(Ledger ledger, Asked asked, Answer answer) {
        ledger.note(
                new HostileRequest("", List.of(), List.of(asked), true, true),
                new Answers(List.of(answer), End.COMPLETE));
    }

    private static FuzzReport report(Harvest... harvests) {
        return new FuzzReport(new Fuzzer(Api.read(), 1), List.of(harvests));
    }

    private static Harvest harvest(
            String contender,
            String outcome,
            Map<Integer, String> faults,
            Stock found,
            String content,
            long heapAtEnd) {
        return new Harvest(
                contender,
                List.of(outcome),
                Map.of(200, 1),
                faults,
                START,
                found,
                content,
                OptionalLong.of(10 << 20),
                OptionalLong.of(heapAtEnd),
                1);
    }
}
