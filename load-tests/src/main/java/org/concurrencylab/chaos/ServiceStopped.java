package org.concurrencylab.chaos;

import java.time.Duration;
import org.concurrencylab.environment.LabFailure;

/** The service is asked to end, as before an update, and started again. */
record ServiceStopped() implements Fault {

    /** More than it allows itself (quarkus.shutdown.timeout). */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "service-stop";
    }

    @Override
    public String does() {
        return "the service is asked to end (SIGTERM), finishes what it has accepted and is started again";
    }

    @Override
    public long strike(Scene scene) throws InterruptedException {
        if (!scene.service().stop(PATIENCE)) {
            throw new LabFailure("The service did not end within " + PATIENCE.toSeconds() + " s of SIGTERM.");
        }
        return scene.startService();
    }

    @Override
    public boolean endsService() {
        return true;
    }

    @Override
    public boolean answersWhatIsMade() {
        return true;
    }
}
