package org.concurrencylab.chaos;

import org.concurrencylab.environment.DatabaseServer.Stop;

/**
 * PostgreSQL is stopped and started again.
 *
 * @param stop how
 */
record PostgresRestarted(Stop stop) implements Fault {

    @Override
    public String name() {
        return stop == Stop.FAST ? "postgres-fast" : "postgres-immediate";
    }

    @Override
    public String does() {
        return stop == Stop.FAST
                ? "PostgreSQL is restarted: it ends all connections and rolls back what they had begun"
                : "PostgreSQL is restarted without any clean-up, as after a crash, and recovers from its log";
    }

    @Override
    public long strike(Scene scene) {
        return scene.server().restart(stop);
    }
}
