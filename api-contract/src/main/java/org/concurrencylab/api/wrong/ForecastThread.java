package org.concurrencylab.api.wrong;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets reactive-service compute forecasts on its event loop ({@code lab.wrong.forecast=on-loop}), where every other
 * request of that loop waits meanwhile. In blocking-service, which has no such mistake to make, it changes nothing.
 */
@Singleton
@Startup
public class ForecastThread {

    private final boolean onLoop;

    ForecastThread(@ConfigProperty(name = "lab.wrong.forecast", defaultValue = "offloaded") String where) {
        onLoop = Switch.isOn("lab.wrong.forecast", where, "offloaded", "on-loop");
    }

    /** The workers given, or with the mistake switched on the thread that asks. */
    public Executor insteadOf(Executor workers) {
        return onLoop ? Runnable::run : workers;
    }
}
