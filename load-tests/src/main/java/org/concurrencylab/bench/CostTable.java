package org.concurrencylab.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Prints what was measured, one row per target, each figure as median [min–max] over the rounds. */
final class CostTable {

    private static final String ROW = "%-22s  %-26s  %-22s  %-24s  %-22s  %-22s  %s%n";

    /** Beyond this share of its one event loop the generator, not the service, may bound the rate. */
    private static final double SATURATED = 0.85;

    private CostTable() {}

    static void print(CostPlan plan, Map<CostTarget, List<RoundCost>> costs, PrintWriter out) {
        out.printf(ROW, "target", "req/s", "p50 µs", "p99 µs", "CPU ms/req", "load CPU ms/req", "not 200");
        costs.forEach((target, rounds) -> out.printf(
                ROW,
                target.name(),
                figure(rounds, RoundCost::requestsPerSecond, 0),
                figure(rounds, round -> round.micros(50), 0),
                figure(rounds, round -> round.micros(99), 0),
                serviceCpu(rounds),
                figure(rounds, RoundCost::generatorCpuMillisPerRequest, 4),
                rounds.stream().mapToLong(RoundCost::failures).sum()));
        out.printf(
                "median [min–max] of %d interleaved rounds of %d s, %d connections, %d s warm-up each, closed loop%s%n",
                plan.rounds(),
                plan.window().toSeconds(),
                plan.connections(),
                plan.warmup().toSeconds(),
                pinned(plan));
        warnIfSaturated(costs, out);
        out.flush();
    }

    private static String serviceCpu(List<RoundCost> rounds) {
        boolean measured = rounds.stream().allMatch(round -> round.serviceCpu().isPresent());
        return measured
                ? figure(rounds, round -> round.serviceCpuMillisPerRequest().orElseThrow(), 4)
                : "no process given";
    }

    private static String figure(List<RoundCost> rounds, ToDoubleFunction<RoundCost> of, int decimals) {
        return Spread.of(rounds.stream()
                        .filter(round -> round.answers() > 0)
                        .map(of::applyAsDouble)
                        .toList())
                .map(spread -> spread.format(decimals))
                .orElse("nothing answered");
    }

    private static String pinned(CostPlan plan) {
        return where(", services on CPUs ", plan.serviceCpus()) + where(", load on CPUs ", plan.loadCpus());
    }

    private static String where(String text, Optional<String> cpus) {
        return cpus.map(text::concat).orElse("");
    }

    private static void warnIfSaturated(Map<CostTarget, List<RoundCost>> costs, PrintWriter out) {
        costs.forEach((target, rounds) -> {
            double busy =
                    rounds.stream().mapToDouble(RoundCost::generatorBusy).max().orElse(0);
            if (busy > SATURATED) {
                out.printf(
                        "%s: the load took up to %.0f %% of a CPU and may have bound the rate; compare CPU ms/req.%n",
                        target.name(), busy * 100);
            }
        });
    }
}
