package org.concurrencylab.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints what was measured, one row per target, each figure as median [min–max] over the rounds. */
final class CostTable {

    private static final String ROW = "%-12s  %-24s  %-17s  %-20s  %-22s  %-18s  %-22s  %s%n";

    /** Beyond this share of its one event loop the generator, not the service, may bound the rate. */
    private static final double SATURATED = 0.85;

    private CostTable() {}

    static void print(CostPlan plan, Map<CostTarget, List<RoundCost>> costs, PrintWriter out) {
        out.printf(
                ROW,
                "target",
                "req/s",
                "p50 µs",
                "p99 µs",
                "CPU ms/req",
                "× first target",
                "load CPU ms/req",
                "not 200");
        List<RoundCost> first = costs.values().iterator().next();
        costs.forEach((target, rounds) -> out.printf(
                ROW,
                target.name(),
                figure(rounds, RoundCost::requestsPerSecond, 0),
                figure(rounds, round -> round.micros(50), 0),
                figure(rounds, round -> round.micros(99), 0),
                serviceCpu(rounds),
                ratio(rounds, first),
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

    /** Of CPU time per request, taken round by round: what slows the machine down for a while cancels. */
    private static String ratio(List<RoundCost> rounds, List<RoundCost> first) {
        return Spread.of(IntStream.range(0, rounds.size())
                        .mapToObj(i -> rounds.get(i).serviceCpuRatio(first.get(i)))
                        .flatMap(Optional::stream)
                        .toList())
                .map(spread -> spread.format(2))
                .orElse("–");
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
