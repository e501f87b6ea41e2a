package org.concurrencylab.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concurrencylab.report.TextTable;

/** The results as people read them. */
public final class ChaosTable {

    private static final List<String> HEAD = List.of(
            "contender",
            "fault",
            "outage",
            "first success",
            "last failure",
            "acknowledged",
            "lost",
            "oversold",
            "recovered",
            "errors");

    private static final String ALIGNMENT = "llrrrrrrll";
    private static final int SHOWN = 5;

    private ChaosTable() {}

    /** For a terminal. */
    public static List<String> lines(ChaosResults results) {
        List<String> lines = new ArrayList<>(table(results).lines());
        lines.add("");
        findings(results).forEach(finding -> lines.add("  " + finding));
        lines.add("  " + verdict(results));
        return lines;
    }

    static String markdown(ChaosResults results) {
        StringBuilder text = new StringBuilder("# Faults under load\n\n")
                .append(conditions(results))
                .append("\n\n");
        text.append(table(results).markdown()).append("\n");
        findings(results).forEach(finding -> text.append("- ").append(finding).append("\n"));
        return text.append("\n").append(verdict(results)).append("\n").toString();
    }

    private static TextTable table(ChaosResults results) {
        TextTable table = new TextTable(ALIGNMENT, HEAD);
        results.trials().forEach(trial -> table.add(cells(trial)));
        return table;
    }

    private static String conditions(ChaosResults results) {
        return ("%s, %d CPUs, %s. PostgreSQL %s with fsync, synchronous_commit and full_page_writes on. %d customers, at"
                        + " most %d requests a second. Outage: from the fault to the moment when what it took away was there"
                        + " again. First success, last failure: seconds from that moment.")
                .formatted(
                        results.environment().cpu(),
                        results.environment().processors(),
                        results.environment().java(),
                        results.environment().postgres(),
                        results.customers(),
                        results.perSecond());
    }

    private static List<String> cells(Trial trial) {
        Recovery recovery = trial.recovery();
        Audit audit = trial.audit();
        return List.of(
                trial.contender(),
                trial.fault(),
                seconds(recovery.outageSeconds()),
                recovery.firstSuccess() == null ? "none" : seconds(recovery.firstSuccess()),
                recovery.lastFailure() == 0 ? "none" : seconds(recovery.lastFailure()),
                String.format(Locale.ENGLISH, "%,d", audit.acknowledged()),
                String.valueOf(audit.lost().size()),
                String.valueOf(audit.oversold()),
                trial.recovered() ? "yes" : "NO",
                errors(recovery));
    }

    private static String errors(Recovery recovery) {
        return recovery.errors().isEmpty()
                ? "none"
                : recovery.errors().entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ENGLISH, "%.2f s", seconds);
    }

    private static List<String> findings(ChaosResults results) {
        List<String> findings = new ArrayList<>();
        for (Trial trial : results.trials()) {
            String where = trial.contender() + ", " + trial.fault() + ": ";
            trial.audit().lost().stream().limit(SHOWN).forEach(lost -> findings.add(where + lost + "."));
            if (trial.audit().lost().size() > SHOWN) {
                findings.add(where + "and " + (trial.audit().lost().size() - SHOWN) + " more.");
            }
            if (trial.audit().unasked() > 0) {
                findings.add(where + trial.audit().unasked() + " orders that nobody made.");
            }
            if (trial.unanswered() > 0) {
                findings.add(where + trial.unanswered() + " writes were made and not answered.");
            }
            if (!trial.sameProcess()) {
                findings.add(where + "the service's process ended.");
            }
        }
        return findings;
    }

    private static String verdict(ChaosResults results) {
        long failed = results.trials().stream().filter(trial -> !trial.passed()).count();
        long acknowledged = results.trials().stream()
                .mapToLong(trial -> trial.audit().acknowledged())
                .sum();
        return failed == 0
                ? String.format(
                        Locale.ENGLISH,
                        "All of %d passed: of %,d acknowledged writes none is lost, no copy was sold twice, each recovered in time.",
                        results.trials().size(),
                        acknowledged)
                : failed + " of " + results.trials().size() + " failed.";
    }
}
