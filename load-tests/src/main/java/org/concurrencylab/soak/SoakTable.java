package org.concurrencylab.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.report.TextTable;
import org.concurrencylab.soak.Growth.Verdict;

/** The results as people read them. */
public final class SoakTable {

    private static final List<String> HEAD =
            List.of("contender", "quantity", "median", "growth", "95 %", "noise up to", "p, adjusted", "verdict");
    private static final String ALIGNMENT = "llrrrrrl";
    private static final String NOTHING = "–";
    private static final int SECONDS_PER_MINUTE = 60;

    private SoakTable() {}

    /** For a terminal. */
    public static List<String> lines(SoakResults results) {
        List<String> lines = new ArrayList<>(table(results).lines());
        lines.add("");
        remarks(results).forEach(remark -> lines.add("  " + remark));
        return lines;
    }

    static String markdown(SoakResults results) {
        StringBuilder text =
                new StringBuilder("# Soak\n\n").append(conditions(results)).append("\n\n");
        text.append(table(results).markdown()).append("\n");
        remarks(results).forEach(remark -> text.append("- ").append(remark).append("\n"));
        return text.toString();
    }

    private static TextTable table(SoakResults results) {
        TextTable table = new TextTable(ALIGNMENT, HEAD);
        results.growths().forEach(growth -> table.add(cells(growth)));
        return table;
    }

    /** One line while it goes on. */
    static String progress(String phase, int number, int count, SoakPlan plan, Map<String, List<Reading>> readings) {
        return "%s %s of %s: %s"
                .formatted(
                        phase,
                        clock(number * plan.interval().toSeconds()),
                        clock(count * plan.interval().toSeconds()),
                        readings.entrySet().stream()
                                .map(each -> each.getKey() + " " + words(each.getValue()))
                                .collect(Collectors.joining(" · ")));
    }

    private static String clock(long seconds) {
        return "%d:%02d".formatted(seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
    }

    private static String words(List<Reading> readings) {
        Reading last = readings.getLast();
        double bad = readings.stream().mapToDouble(Reading::bad).sum();
        return "%s RSS, %s heap, p99 %s%s"
                .formatted(
                        shown(Quantity.RSS, last.rssBytes()),
                        shown(Quantity.HEAP, last.heapBytes()),
                        shown(Quantity.P99, last.p99()),
                        bad == 0 ? "" : ", %.0f errors".formatted(bad));
    }

    private static String shown(Quantity quantity, Double value) {
        return value == null ? NOTHING : quantity.shown(value);
    }

    private static String conditions(SoakResults results) {
        return ("%s, %d CPUs shared by all, %s. PostgreSQL %s. %d minutes at %.0f requests per second to each of %s, side by"
                        + " side: %s; sellers answer after %d ms.")
                .formatted(
                        results.environment().cpu(),
                        results.environment().processors(),
                        results.environment().java(),
                        results.environment().postgres(),
                        results.minutes(),
                        results.rate(),
                        String.join(", ", results.readings().keySet()),
                        results.mix(),
                        results.sellersMillis());
    }

    private static List<String> cells(Growth growth) {
        Quantity quantity = growth.quantity();
        boolean known = growth.trend() != null;
        return List.of(
                growth.contender(),
                quantity.words(),
                shown(quantity, growth.typical()),
                known ? signed(quantity, growth.trend().growth()) : NOTHING,
                known
                        ? "[" + signed(quantity, growth.trend().low()) + ", "
                                + signed(quantity, growth.trend().high()) + "]"
                        : NOTHING,
                shown(quantity, growth.floor()),
                known ? String.format(Locale.ENGLISH, "%.3f", growth.adjustedP()) : NOTHING,
                growth.verdict().words());
    }

    private static String signed(Quantity quantity, double value) {
        String shown = quantity.shown(value);
        return value < 0 || shown.startsWith("-") ? shown : "+" + shown;
    }

    private static List<String> remarks(SoakResults results) {
        List<String> remarks = new ArrayList<>();
        if (results.knee() != null) {
            remarks.add("Knee, all loaded at once: %s. Asked for: %.0f %% of it."
                    .formatted(results.knee().words(), 100 * SoakPlan.SHARE));
        }
        remarks.add("%.0f requests per second to each: %s carried, answers that were no good or none: %s."
                .formatted(results.rate(), carried(results), errors(results)));
        remarks.add(
                "Growth is that of the line of Theil and Sen over the run. It is called so above the noise (5 % of the"
                        + " median, two standard deviations of a reading, or 2 of what is counted and 1 ms, whichever is most) and with"
                        + " p ≤ 5 %, adjusted by Holm for all rows.");
        if (results.end() != null) {
            remarks.add(results.end());
        }
        results.laggard()
                .ifPresent(name -> remarks.add(
                        name + " did not carry what it was asked for, so nothing is known of how it stands it."));
        remarks.add(verdict(results));
        return remarks;
    }

    private static String carried(SoakResults results) {
        return each(results, readings -> "%.0f".formatted(SoakResults.goodPerSecond(readings)));
    }

    private static String errors(SoakResults results) {
        return each(
                results,
                readings -> "%.0f"
                        .formatted(readings.stream().mapToDouble(Reading::bad).sum()));
    }

    private interface Words {
        String of(List<Reading> readings);
    }

    private static String each(SoakResults results, Words words) {
        return results.readings().entrySet().stream()
                .map(entry -> entry.getKey() + " " + words.of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String verdict(SoakResults results) {
        String grown = names(results, Verdict.GROWS);
        String open = names(results, Verdict.CANNOT_BE_TOLD);
        return (grown.isEmpty() ? "Nothing is shown to grow" : "Grows: " + grown)
                + (open.isEmpty() ? "." : "; cannot be told: " + open + ".");
    }

    private static String names(SoakResults results, Verdict verdict) {
        return results.growths().stream()
                .filter(growth -> growth.verdict() == verdict)
                .map(growth -> growth.quantity().words() + " of " + growth.contender())
                .collect(Collectors.joining(", "));
    }
}
