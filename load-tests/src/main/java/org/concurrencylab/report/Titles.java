package org.concurrencylab.report;

/** The run in one line. */
final class Titles {
    private Titles() {}

    static String of(Summary summary) {
        return Format.list(summary.results().contenders().stream()
                        .map(contender -> contender.name())
                        .toList())
                + " compared";
    }
}
