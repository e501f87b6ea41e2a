package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Service;

/** A contender that an experiment needs and that need not be one of the run. */
final class Guest {
    private Guest() {}

    /**
     * Does something with the contenders of the run and the guest, which is started, and ended after it, unless it is
     * one of them.
     *
     * @param warmUpSeconds of the guest if it is started, in seconds
     */
    static <T> T with(Bench bench, ContenderSpec guest, double warmUpSeconds, Function<List<Service>, T> work) {
        List<Service> all = new ArrayList<>(bench.contenders());
        if (all.stream().anyMatch(service -> service.spec().name().equals(guest.name()))) {
            return work.apply(all);
        }
        try (Service started = bench.start(guest, warmUpSeconds)) {
            all.add(started);
            return work.apply(all);
        }
    }
}
