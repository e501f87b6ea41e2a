package org.concurrencylab.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service's resident memory as a metric, for those who cannot see its process from outside, as in a cluster. From
 * Linux's /proc; NaN elsewhere.
 */
@Singleton
public class ProcessMemory implements MeterBinder {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int BYTES_PER_KB = 1024;

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("process.memory.resident", () -> bytes("VmRSS:"))
                .baseUnit("bytes")
                .description("Resident memory of the process")
                .register(registry);
        Gauge.builder("process.memory.resident.peak", () -> bytes("VmHWM:"))
                .baseUnit("bytes")
                .description("Highest resident memory of the process since it started")
                .register(registry);
    }

    private static double bytes(String field) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) * BYTES_PER_KB)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
