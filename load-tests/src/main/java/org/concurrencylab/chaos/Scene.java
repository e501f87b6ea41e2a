package org.concurrencylab.chaos;

import java.net.URI;
import java.time.Duration;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.DatabaseServer;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;

/** What faults can reach: one service with its database and sellers. */
final class Scene {

    private final Run run;
    private final Database database;
    private final SellersProcess sellers;
    private final int cpus;
    private ServiceProcess service;

    Scene(Run run, Database database, SellersProcess sellers, int cpus, ServiceProcess service) {
        this.run = run;
        this.database = database;
        this.sellers = sellers;
        this.cpus = cpus;
        this.service = service;
    }

    Database database() {
        return database;
    }

    DatabaseServer server() {
        return new DatabaseServer(run, database);
    }

    SellersProcess sellers() {
        return sellers;
    }

    URI url() {
        return service.url();
    }

    LabProcess service() {
        return service.process();
    }

    /** Starts the service that has ended again, on the same port; the time at which it was ready. */
    long startService() {
        if (service().isAlive()) {
            throw new LabFailure("The contender " + service.contender().name() + " still runs.");
        }
        int port = service.url().getPort();
        service = ServiceProcess.start(run, service.contender(), database, sellers.url(), cpus, port);
        return System.nanoTime();
    }

    void end() {
        service.close();
    }

    /** Lets a fault last. */
    static void last(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
