package org.concurrencylab.report;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.report.Change.OfFigure;
import org.concurrencylab.report.Change.OfWorkload;
import org.concurrencylab.results.Results;
import org.concurrencylab.statistics.Verdict.CannotTell;
import org.concurrencylab.statistics.Verdict.Invalid;
import org.concurrencylab.statistics.Verdict.Less;
import org.concurrencylab.statistics.Verdict.More;
import org.concurrencylab.statistics.Verdict.NotShown;
import org.concurrencylab.statistics.Verdict.OneOfMany;
import org.concurrencylab.statistics.Verdict.TooFewBlocks;
import org.concurrencylab.statistics.Verdict.WithinNoise;

/** A change in words; the terminal, summary.md and the page print the same ones. */
final class ChangeWords {
    private static final int WANTED_ROUNDS = 3;

    private ChangeWords() {}

    /**
     * One line of a table.
     *
     * @param contender its name
     * @param figure what is compared
     * @param before the figure, as printed
     * @param after the figure, as printed
     * @param ratio after ÷ before with its interval, as printed
     * @param verdict faster, slower, no difference shown or cannot tell
     * @param why reason for a verdict that is none; may be empty
     */
    record Line(
            String contender, String figure, String before, String after, String ratio, String verdict, String why) {
        /** With its reason in brackets. */
        String explained() {
            return why.isEmpty() ? verdict : verdict + " (" + why + ")";
        }

        List<String> cells(boolean explained) {
            return List.of(contender, figure, before, after, ratio, explained ? explained() : verdict);
        }
    }

    static List<String> head() {
        return List.of("contender", "figure", "before", "after", "after ÷ before (95 %)", "verdict");
    }

    static List<Line> lines(OfWorkload workload) {
        return workload.figures().stream().map(ChangeWords::line).toList();
    }

    /** The differences that are named, or that there are none. */
    static String lead(Change change) {
        List<String> named = new ArrayList<>();
        for (OfWorkload workload : change.workloads()) {
            lines(workload).stream()
                    .filter(line ->
                            line.verdict().equals("faster") || line.verdict().equals("slower"))
                    .forEach(line -> named.add("%s in %s %s: %s %s"
                            .formatted(
                                    line.contender(),
                                    workload.workload().name(),
                                    line.verdict(),
                                    line.figure(),
                                    line.ratio())));
        }
        return named.isEmpty()
                ? "No difference between before and after is named."
                : "After against before: " + String.join("; ", named) + ".";
    }

    /** Commit, runs and their starts of one side. */
    static String side(Results side) {
        return "commit %s, %s started %s"
                .formatted(
                        side.environment().commit(),
                        side.runs().size() == 1 ? "1 run," : side.runs().size() + " runs,",
                        Runs.starts(side));
    }

    /** How sure that is, and what is needed to be surer. */
    static List<String> notes(Change change) {
        List<String> notes = new ArrayList<>();
        int fewest = Math.min(change.before().rounds(), change.after().rounds());
        if (!change.overRounds()) {
            notes.add(
                    "Only one start of the services on a side: the intervals are taken over blocks (Welch, 1947) and do"
                            + " not hold what one start differs from the next by, nor how the machine drifted between the runs."
                            + " So no difference is named.");
        } else {
            notes.add(
                    "The intervals are taken over the means of %d starts of the services before and %d after (Welch, 1947)"
                                    .formatted(
                                            change.before().rounds(),
                                            change.after().rounds())
                            + ", so they hold what one start differs from the next by. A drift of the machine they hold only if"
                            + " the runs of both sides were made in turn.");
        }
        if (fewest < WANTED_ROUNDS) {
            notes.add("Three runs per side are recommended, made in turn: --before A1,A2,A3 --after B1,B2,B3.");
        }
        String commit = change.before().environment().commit();
        // Of an unknown one, or with edited files, equal names say nothing.
        if (commit.equals(change.after().environment().commit()) && commit.matches("[0-9a-f]+")) {
            notes.add("Both sides are of the same commit.");
        }
        change.settings().forEach(notes::add);
        change.workloads().forEach(workload -> unmeasured(change, workload).forEach(notes::add));
        return notes;
    }

    private static List<String> unmeasured(Change change, OfWorkload workload) {
        return change.before().contenders().stream()
                .map(Results.Contender::name)
                .filter(name -> workload.figures().stream()
                        .noneMatch(figure -> figure.contender().equals(name)))
                .map(name -> name + " was not measured on both sides in "
                        + workload.workload().name() + ".")
                .toList();
    }

    private static Line line(OfFigure change) {
        boolean judged = change.figure().compares(change.limit());
        boolean capped = !judged && change.figure() == Figure.CARRIED;
        return new Line(
                change.contender(),
                name(change.figure()),
                figure(change.figure(), change.before()),
                figure(change.figure(), change.after()),
                judged ? limit(change) + ratio(change) : capped ? "as offered" : Format.NONE,
                judged ? verdict(change) : capped ? "no difference shown" : "cannot tell",
                judged ? why(change) : capped ? "" : "a queue grew where less was carried than offered");
    }

    private static String name(Figure figure) {
        return switch (figure) {
            case CARRIED -> "carried";
            case P50 -> "p50 latency";
            case CPU -> "CPU per request";
        };
    }

    private static String figure(Figure figure, double value) {
        return switch (figure) {
            case CARRIED -> Format.rate(value);
            case P50 -> Format.duration(value);
            case CPU -> Format.cpu(value);
        };
    }

    private static String limit(OfFigure change) {
        if (change.figure() != Figure.CARRIED) {
            return "";
        }
        return switch (change.limit()) {
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
            case NONE, SAME_OFFER -> "";
        };
    }

    private static String ratio(OfFigure change) {
        return change.estimate()
                .interval()
                .map(interval -> Format.times(change.estimate().value(), interval))
                .orElseGet(() -> Format.times(change.estimate().value()));
    }

    private static String verdict(OfFigure change) {
        boolean moreIsFaster = change.figure() == Figure.CARRIED;
        return switch (change.verdict()) {
            case More more -> moreIsFaster ? "faster" : "slower";
            case Less less -> moreIsFaster ? "slower" : "faster";
            case NotShown none -> "no difference shown";
            case CannotTell cannot -> "cannot tell";
        };
    }

    private static String why(OfFigure change) {
        return switch (change.verdict()) {
            case More more -> "";
            case Less less -> "";
            case NotShown none -> "";
            case WithinNoise noise ->
                "one service differs from itself by up to " + Format.decimals(noise.floorPercent(), 0)
                        + " % within a run";
            case OneOfMany many -> "among " + many.comparisons() + " comparisons such an interval is no surprise";
            case Invalid invalid -> invalid.why();
            case TooFewBlocks few -> few.ratio().pairs() == 0 ? "not measured on both sides" : "too few valid blocks";
        };
    }
}
