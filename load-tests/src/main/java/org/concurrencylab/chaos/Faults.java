package org.concurrencylab.chaos;

import java.util.List;
import java.util.Optional;
import org.concurrencylab.environment.DatabaseServer.Stop;

/** All faults, in the order in which they are made. */
public final class Faults {

    private static final List<Fault> ALL = List.of(
            new PostgresRestarted(Stop.FAST),
            new PostgresRestarted(Stop.IMMEDIATE),
            new PostgresKilled(),
            new ConnectionsDropped(),
            new ConnectionsDelayed(),
            new PoolExhausted(),
            new WorkersBusy(),
            SellersFailing.hanging(),
            SellersFailing.refusing(),
            new ServiceStopped(),
            new ServiceKilled());

    private Faults() {}

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(Fault::name).toList();
    }

    static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
