package org.concurrencylab.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Measures what a request costs: closed-loop load from one event loop, target by target, in rounds that visit every
 * target (A B C A B C …), so that a drift of the machine falls on all alike.
 */
final class RequestCost {

    /** After each change of target the caches, the connections and the CPU's clock settle unmeasured. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final CostPlan plan;
    private final Consumer<String> progress;

    /** @param progress told one line before each step */
    RequestCost(CostPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Warms all targets up, unpinned, then measures them.
     *
     * @return per target, in their order, what each round measured
     * @throws CostException with one sentence, when a target cannot be measured
     */
    Map<CostTarget, List<RoundCost>> measure() throws InterruptedException {
        plan.targets().forEach(target -> target.pid().ifPresent(CpuTime::of));
        try (var loop = new LoadLoop()) {
            warmUp(loop);
            return pinnedRounds(loop);
        }
    }

    private void warmUp(LoadLoop loop) throws InterruptedException {
        for (CostTarget target : plan.warmup().isZero() ? List.<CostTarget>of() : plan.targets()) {
            progress.accept("warming up " + target.name());
            visit(loop, target, plan.warmup());
        }
    }

    private Map<CostTarget, List<RoundCost>> pinnedRounds(LoadLoop loop) throws InterruptedException {
        List<CpuPinning> pinnings = new ArrayList<>();
        try {
            plan.serviceCpus().ifPresent(cpus -> pids().forEach(pid -> pinnings.add(CpuPinning.pin(pid, cpus))));
            plan.loadCpus()
                    .ifPresent(cpus ->
                            pinnings.add(CpuPinning.pin(ProcessHandle.current().pid(), cpus)));
            return rounds(loop);
        } finally {
            pinnings.forEach(CpuPinning::close);
        }
    }

    private Map<CostTarget, List<RoundCost>> rounds(LoadLoop loop) throws InterruptedException {
        Map<CostTarget, List<RoundCost>> costs = new LinkedHashMap<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (CostTarget target : plan.targets()) {
                progress.accept("round %d of %d: %s".formatted(round, plan.rounds(), target.name()));
                costs.computeIfAbsent(target, first -> new ArrayList<>()).add(visit(loop, target, plan.window()));
            }
        }
        return costs;
    }

    private RoundCost visit(LoadLoop loop, CostTarget target, Duration window) throws InterruptedException {
        try (var load = ClosedLoop.start(loop, target, plan.connections(), plan.headers())) {
            Thread.sleep(SETTLE);
            load.take();
            Optional<Duration> serviceBefore = serviceCpu(target);
            Duration generatorBefore = CpuTime.ofThisProcess();
            long start = System.nanoTime();
            Thread.sleep(window);
            var taken = load.take();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new RoundCost(
                    seconds,
                    taken.latencies(),
                    taken.failures(),
                    serviceCpu(target).map(after -> after.minus(serviceBefore.orElseThrow())),
                    CpuTime.ofThisProcess().minus(generatorBefore));
        }
    }

    private static Optional<Duration> serviceCpu(CostTarget target) {
        return target.pid().isPresent() ? Optional.of(CpuTime.of(target.pid().getAsLong())) : Optional.empty();
    }

    private List<Long> pids() {
        return plan.targets().stream()
                .map(CostTarget::pid)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .distinct()
                .toList();
    }
}
