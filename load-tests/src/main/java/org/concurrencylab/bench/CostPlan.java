package org.concurrencylab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure, and how.
 *
 * @param connections open at once, each with at most one request in flight
 * @param warmup load on each target before anything is measured
 * @param window measured in each round on each target
 * @param headers sent with each request
 * @param serviceCpus to which the targets' processes are pinned while they are measured, as {@code taskset -c} takes it
 * @param loadCpus to which this process is pinned meanwhile
 */
record CostPlan(
        List<CostTarget> targets,
        int connections,
        Duration warmup,
        Duration window,
        int rounds,
        Map<String, String> headers,
        Optional<String> serviceCpus,
        Optional<String> loadCpus) {}
