package org.concurrencylab.chaos;

import java.time.Duration;

/** Nothing comes from the database, and no connection breaks. */
record ConnectionsDelayed() implements Fault {

    private static final Duration STANDS_STILL = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "connections-delayed";
    }

    @Override
    public String does() {
        return "PostgreSQL stands still for 3 s (SIGSTOP): each connection stays open and answers that much later";
    }

    @Override
    public long strike(Scene scene) throws InterruptedException {
        scene.server().freeze();
        try {
            Scene.last(STANDS_STILL);
        } finally {
            scene.server().thaw();
        }
        return System.nanoTime();
    }
}
