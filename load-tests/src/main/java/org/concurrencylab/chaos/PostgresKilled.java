package org.concurrencylab.chaos;

/** PostgreSQL's first process is killed, and the server started again. */
record PostgresKilled() implements Fault {

    @Override
    public String name() {
        return "postgres-kill";
    }

    @Override
    public String does() {
        return "PostgreSQL's postmaster is killed (SIGKILL); it is started again and recovers from its log";
    }

    @Override
    public long strike(Scene scene) {
        return scene.server().killAndStart();
    }
}
