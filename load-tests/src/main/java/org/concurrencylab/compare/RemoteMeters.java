package org.concurrencylab.compare;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.HttpProbe;
import org.concurrencylab.environment.ProcessReading;

/**
 * What services elsewhere say of themselves at {@code /q/metrics}. A host with several addresses, as a headless Service
 * has one for each pod, is several processes, and its figures are their sums. Of their database, the external service
 * and the machines between them nothing is known, and so the gates on those are silent.
 */
final class RemoteMeters implements Meters, AutoCloseable {

    private static final double NANOS_PER_MILLI = 1e6;

    private final HttpProbe probe = new HttpProbe();
    private final Map<Subject, List<Double>> lastStarts = new HashMap<>();
    private final Map<String, URI> metrics;
    private final CpuSets cpus;

    /** @param metrics base URL of each service's own processes, by its name; without a slash at the end */
    RemoteMeters(Map<String, URI> metrics, CpuSets cpus) {
        this.metrics = Map.copyOf(metrics);
        this.cpus = cpus;
    }

    @Override
    public Reading read(Collection<Subject> loaded) {
        // Side by side: between two turns of a quarter second there is little time.
        Map<Subject, ProcessReading> services =
                loaded.parallelStream().distinct().collect(Collectors.toConcurrentMap(Function.identity(), this::read));
        return new Reading(services, null, null, null, null, Optional.empty(), cpus);
    }

    @Override
    public Double requestCpuMillis(Subject subject) {
        return read(subject).cpuMillis();
    }

    private ProcessReading read(Subject subject) {
        List<Metrics> processes = addresses(metrics.get(subject.name())).stream()
                .map(url -> Metrics.of(probe, url))
                .toList();
        // Counters of a process that came or went meanwhile differ by no one's work.
        List<Double> starts = values(processes, "process_start_time_seconds");
        boolean same;
        synchronized (lastStarts) {
            List<Double> before = lastStarts.put(subject, starts);
            same = before == null || before.equals(starts);
        }
        if (processes.isEmpty() || !same) {
            return new ProcessReading(null, null, null, null, null, null);
        }
        return new ProcessReading(
                sum(processes, "process_cpu_time_ns_total", nanos -> nanos / NANOS_PER_MILLI, Double::sum),
                null,
                sum(processes, "process_memory_resident_bytes", Double::longValue, Long::sum),
                sum(processes, "process_memory_resident_peak_bytes", Double::longValue, Long::sum),
                sum(processes, "jvm_threads_live_threads", Double::intValue, Integer::sum),
                null);
    }

    private static List<URI> addresses(URI url) {
        try {
            List<URI> all = new ArrayList<>();
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                String host = address.getHostAddress();
                String literal = host.contains(":") ? "[" + host + "]" : host;
                all.add(URI.create(url.getScheme() + "://" + literal + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + url.getPath()));
            }
            return all;
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static List<Double> values(List<Metrics> processes, String name) {
        return processes.stream()
                .map(process -> process.value(name).orElse(Double.NaN))
                .sorted()
                .toList();
    }

    /** Null when one of them does not say. */
    private static <T> T sum(List<Metrics> processes, String name, Function<Double, T> unit, BinaryOperator<T> plus) {
        List<T> values = processes.stream()
                .map(process -> process.value(name).map(unit).orElse(null))
                .collect(Collectors.toCollection(ArrayList::new));
        return values.stream().anyMatch(Objects::isNull)
                ? null
                : values.stream().reduce(plus).orElse(null);
    }

    @Override
    public void close() {
        probe.close();
    }
}
