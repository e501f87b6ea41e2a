package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * Whether switching costs (C8) and whether concurrency costs more than it brings below some load (C13). Two starts of
 * one and the same service may differ by 6 % in CPU time and 25 % in p50 (see load-tests/README.md), so an interval has
 * to lie beyond that before a difference is one of the model.
 */
final class CrudRulings {
    /** As a ratio of CPU time, more than the luck of two starts. */
    static final double DEARER = 1.06;

    /** A price below this would not be noticed. */
    private static final double NOT_DEARER = 1.1;

    private static final double FASTER = 0.8;
    private static final double CLEARLY_MORE = 1.2;

    private CrudRulings() {}

    /**
     * A contender's figures ÷ those of one thread.
     *
     * @param contender its name
     * @param p50 of the latency at the low rate
     * @param cpu time per request at the low rate
     * @param carried under the burst
     */
    record AgainstSync(String contender, RatioEstimate p50, RatioEstimate cpu, RatioEstimate carried) {}

    /**
     * @param switches per request, threads ÷ event loop
     * @param cpu time per request, the same
     */
    static Ruling switches(RatioEstimate switches, RatioEstimate cpu) {
        String predicted = "threads ÷ reactive: more switches, more CPU time";
        if (switches.interval().isEmpty() || cpu.interval().isEmpty()) {
            return Ruling.cannotTell(
                    Claim.C8,
                    predicted,
                    "–",
                    "It takes threads and reactive in one run, three undisturbed blocks and an operating system that counts switches.");
        }
        String measured = "switches %s, CPU %s".formatted(Figures.ratio(switches), Figures.ratio(cpu));
        String figures =
                "A request on worker threads takes %s the context switches of one on the event loop and %s the CPU time."
                        .formatted(Figures.ratio(switches), Figures.ratio(cpu));
        if (Figures.high(switches) < 1) {
            return Ruling.doesNotHold(Claim.C8, predicted, measured, figures + " There are not more switches.");
        }
        if (Figures.low(switches) > 1 && Figures.low(cpu) > DEARER) {
            return Ruling.holds(Claim.C8, predicted, measured, figures);
        }
        if (Figures.low(switches) > 1 && Figures.high(cpu) < NOT_DEARER) {
            return Ruling.doesNotHold(
                    Claim.C8,
                    predicted,
                    measured,
                    figures
                            + " The switches are there, but a request on threads costs hardly more for it, if at all: what the event loop saves in switches, it spends elsewhere.");
        }
        return Ruling.cannotTell(
                Claim.C8,
                predicted,
                measured,
                figures
                        + " One of the intervals leaves it open: a price is shown above %s in CPU time, and ruled out below %s."
                                .formatted(Figures.times(DEARER), Figures.times(NOT_DEARER)));
    }

    /** @param all concurrent contenders against one thread */
    static Ruling overhead(List<AgainstSync> all) {
        String predicted = "at %s none faster, some dearer; with %d users some carry more"
                .formatted(Figures.rate(Crud.LOW_RATE), Crud.BURST_USERS);
        List<AgainstSync> known = all.stream()
                .filter(one -> one.p50().interval().isPresent()
                        && one.cpu().interval().isPresent()
                        && one.carried().interval().isPresent())
                .toList();
        if (known.isEmpty()) {
            return Ruling.cannotTell(
                    Claim.C13, predicted, "–", "It takes three undisturbed blocks of sync and another.");
        }
        AgainstSync dearest = known.stream()
                .max(Comparator.comparingDouble(one -> Figures.low(one.cpu())))
                .orElseThrow();
        AgainstSync most = known.stream()
                .max(Comparator.comparingDouble(one -> Figures.low(one.carried())))
                .orElseThrow();
        String measured = "÷ sync: %s p50 %s, CPU %s; %s carries %s"
                .formatted(
                        dearest.contender(),
                        Figures.ratio(dearest.p50()),
                        Figures.ratio(dearest.cpu()),
                        most.contender(),
                        Figures.ratio(most.carried()));
        boolean pays = Figures.low(most.carried()) > CLEARLY_MORE;
        boolean costs = Figures.low(dearest.cpu()) > DEARER;
        List<String> faster = known.stream()
                .filter(one -> Figures.high(one.p50()) < FASTER)
                .map(AgainstSync::contender)
                .toList();
        List<String> because = new ArrayList<>();
        because.add("At %s, against one thread: %s."
                .formatted(
                        Figures.rate(Crud.LOW_RATE),
                        known.stream()
                                .map(one -> "%s p50 %s, CPU time per request %s"
                                        .formatted(one.contender(), Figures.ratio(one.p50()), Figures.ratio(one.cpu())))
                                .collect(Collectors.joining("; "))));
        because.add("With %d users whose requests wait, %s carries %s what one thread does."
                .formatted(Crud.BURST_USERS, most.contender(), Figures.ratio(most.carried())));
        if (!faster.isEmpty()) {
            because.add("Even at the low rate %s clearly faster."
                    .formatted(String.join(" and ", faster) + (faster.size() == 1 ? " is" : " are")));
            return Ruling.doesNotHold(Claim.C13, predicted, measured, String.join(" ", because));
        }
        if (costs && pays) {
            because.add("So below some load between the two it costs and brings nothing.");
            return Ruling.holds(Claim.C13, predicted, measured, String.join(" ", because));
        }
        because.add(
                pays
                        ? "At the low rate nobody is clearly faster, but that anybody is dearer than two starts of one service may differ (%s) is not shown."
                                .formatted(Figures.times(DEARER))
                        : "That concurrency pays under the burst is not shown.");
        return Ruling.cannotTell(Claim.C13, predicted, measured, String.join(" ", because));
    }
}
