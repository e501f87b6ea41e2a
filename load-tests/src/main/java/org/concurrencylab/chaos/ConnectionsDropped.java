package org.concurrencylab.chaos;

/** Every connection of the pool ends at once, in the middle of whatever it does. */
record ConnectionsDropped() implements Fault {

    @Override
    public String name() {
        return "connections-dropped";
    }

    @Override
    public String does() {
        return "PostgreSQL ends all of the service's connections (pg_terminate_backend) and accepts new ones";
    }

    @Override
    public long strike(Scene scene) {
        scene.server().endConnections();
        return System.nanoTime();
    }
}
