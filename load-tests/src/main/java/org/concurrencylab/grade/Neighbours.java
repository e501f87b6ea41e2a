package org.concurrencylab.grade;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concurrencylab.environment.MachineCpu;
import org.concurrencylab.environment.Run;

/**
 * How much of this machine's CPU time others took while a run was under way. The run's own time is added up by looking
 * at its processes again and again: what one uses between the last look and its end counts as somebody else's.
 */
final class Neighbours {

    private final Run run;
    private final Optional<MachineCpu> before = MachineCpu.read();
    private final Map<Process, Duration> own = new HashMap<>();
    private final Process grader = new Process(ProcessHandle.current().pid(), Instant.EPOCH);
    private final Duration graderBefore = cpu(ProcessHandle.current());

    /** Ids are used again. */
    private record Process(long pid, Instant start) {}

    Neighbours(Run run) {
        this.run = run;
    }

    /** Notes what the run's processes have used so far. */
    synchronized void look() {
        own.put(grader, cpu(ProcessHandle.current()).minus(graderBefore));
        run.handles().forEach(process -> {
            Instant start = process.info().startInstant().orElse(Instant.EPOCH);
            own.merge(new Process(process.pid(), start), cpu(process), Neighbours::longer);
        });
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Their share since the beginning, from 0 to 1; what a hypervisor gave to other machines is theirs, too. */
    synchronized double share() {
        long ownMillis = own.values().stream().mapToLong(Duration::toMillis).sum();
        return Stream.of(MachineCpu.read())
                .flatMap(Optional::stream)
                .flatMap(now -> before.map(then -> now.since(then, now.cpus().keySet())).stream())
                .mapToDouble(times -> times.share(times.processMillis() + times.stolenMillis() - ownMillis))
                .findFirst()
                .orElse(0);
    }
}
