package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.concurrencylab.experiments.Claim;
import org.concurrencylab.experiments.Ruling;
import org.concurrencylab.experiments.Ruling.Word;

/**
 * The claims of the courses that a run put to the test.
 *
 * @param rows one per ruling, in the order of the claims; empty when no experiment of the run rules on any
 * @param others which claims were not tried, and the command that tries them; may be empty
 */
record Claims(List<Row> rows, String others) {

    /**
     * One claim and what became of it.
     *
     * @param id such as C11
     * @param sentence the claim in words
     * @param published the figure published with it, or empty
     * @param word the verdict
     * @param predicted figure expected before measuring
     * @param measured figure that decided, with its interval
     * @param because how the word follows from it
     * @param experiment name of the one that ruled
     * @param anchor of that experiment's section in the page
     */
    record Row(
            String id,
            String sentence,
            String published,
            Word word,
            String predicted,
            String measured,
            String because,
            String experiment,
            String anchor) {
        /** The claim, and what was published with it. */
        String claimed() {
            return published.isEmpty() ? sentence : sentence + " Published: " + published + ".";
        }

        static Row of(Ruling ruling, String experiment, String anchor) {
            return new Row(
                    ruling.claim().name(),
                    ruling.claim().sentence(),
                    ruling.claim().published(),
                    ruling.word(),
                    ruling.predicted(),
                    ruling.measured(),
                    ruling.because(),
                    experiment,
                    anchor);
        }

        /** The same with every interval kept on one line. */
        Row unbroken() {
            return new Row(
                    id,
                    sentence,
                    published,
                    word,
                    Format.unbroken(predicted),
                    Format.unbroken(measured),
                    Format.unbroken(because),
                    experiment,
                    anchor);
        }

        /** The verdict as printed. */
        public String verdict() {
            return word.words();
        }
    }

    static Claims of(List<ExperimentSections.Section> made) {
        List<Row> rows = Arrays.stream(Claim.values())
                .flatMap(claim -> made.stream()
                        .flatMap(section -> section.rulings().stream())
                        .filter(row -> row.id().equals(claim.name())))
                .toList();
        return new Claims(rows, rows.isEmpty() ? "" : others(rows));
    }

    private static String others(List<Row> rows) {
        List<Claim> untried = Arrays.stream(Claim.values())
                .filter(claim -> rows.stream().noneMatch(row -> row.id().equals(claim.name())))
                .toList();
        if (untried.isEmpty()) {
            return "";
        }
        return "Not tried in this run: "
                + Format.list(untried.stream().map(Claim::name).toList())
                + ". To try them: ./lab compare --experiments "
                + untried.stream().map(Claim::experiment).distinct().collect(Collectors.joining(","));
    }

    /** How many hold, in one sentence; empty without any. */
    String count() {
        if (rows.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, Word.HOLDS, "holds", "hold");
        add(parts, Word.DOES_NOT_HOLD, "does not hold", "do not hold");
        add(parts, Word.CANNOT_TELL, "cannot be told here", "cannot be told here");
        return "Of %s put to the test %s."
                .formatted(rows.size() == 1 ? "one claim" : rows.size() + " claims", Format.list(parts));
    }

    private void add(List<String> parts, Word word, String one, String several) {
        long found = rows.stream().filter(row -> row.word() == word).count();
        if (found > 0) {
            parts.add(found + " " + (found == 1 ? one : several));
        }
    }
}
