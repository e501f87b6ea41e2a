package org.concurrencylab.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A runner that starts a database and a process, says so, and waits to be killed. Run as a JVM of its own. */
final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean guarded = Boolean.parseBoolean(arguments[1]);
        Run run = Run.begin(Path.of(arguments[0]), Path.of(arguments[0], "logs"), guarded);
        Database database = Database.start(run);
        LabProcess sleeper = LabProcess.start(run, "sleeper", List.of("sleep", "60"), Map.of());
        System.out.println("ready " + database.pids().getFirst() + " " + sleeper.pid() + " " + run.folder());
        Thread.sleep(60_000);
    }
}
