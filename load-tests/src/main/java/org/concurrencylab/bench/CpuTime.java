package org.concurrencylab.bench;

import java.time.Duration;

/** CPU time of processes, user and system together; in steps of the kernel's clock tick (10 ms on Linux). */
final class CpuTime {

    private CpuTime() {}

    /** @throws CostException when there is no such process or the system does not tell */
    static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new CostException("There is no process " + pid + " whose CPU time can be read."));
    }

    static Duration ofThisProcess() {
        return of(ProcessHandle.current().pid());
    }
}
