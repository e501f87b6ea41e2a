package org.concurrencylab.environment;

import java.util.Collection;
import java.util.Objects;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** For operating systems without /proc: no peak of memory and no context switches. */
final class OshiProcessSampler implements ProcessSampler {

    private final OperatingSystem system = new SystemInfo().getOperatingSystem();

    @Override
    public ProcessReading read(long pid) {
        OSProcess process = system.getProcess(Math.toIntExact(pid));
        return process == null
                ? ProcessReading.NOTHING
                : new ProcessReading(
                        cpuMillis(process), null, process.getResidentMemory(), null, process.getThreadCount(), null);
    }

    @Override
    public Double cpuMillis(Collection<Long> pids) {
        return pids.stream()
                .map(pid -> system.getProcess(Math.toIntExact(pid)))
                .filter(Objects::nonNull)
                .mapToDouble(OshiProcessSampler::cpuMillis)
                .sum();
    }

    private static double cpuMillis(OSProcess process) {
        return (double) process.getUserTime() + process.getKernelTime();
    }
}
