package org.concurrencylab.api.wrong;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes each request of the API cost a known amount of CPU time more ({@code lab.handicap-micros}), so that it can be
 * tried whether a comparison finds a difference of that size. Without the setting no handler is there at all.
 */
@ApplicationScoped
public class Handicap {

    private static final int BEFORE_THE_RESOURCES = -50;
    private static final int MOST_MICROS = 10_000;

    private final long nanos;

    Handicap(@ConfigProperty(name = "lab.handicap-micros", defaultValue = "0") int micros) {
        if (micros < 0 || micros > MOST_MICROS) {
            throw new ConfigurationException("Cannot start with lab.handicap-micros=" + micros + "; it must be 0 to "
                    + MOST_MICROS + " microseconds.");
        }
        nanos = TimeUnit.MICROSECONDS.toNanos(micros);
    }

    void register(@Observes Router router) {
        if (nanos > 0) {
            router.route("/books*").order(BEFORE_THE_RESOURCES).handler(this::burn);
        }
    }

    /** Spins, since a sleep would cost time but no CPU time. */
    private void burn(RoutingContext request) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        request.next();
    }
}
