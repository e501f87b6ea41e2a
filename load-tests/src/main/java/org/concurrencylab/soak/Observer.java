package org.concurrencylab.soak;

import java.util.OptionalInt;
import org.concurrencylab.environment.DatabaseSessions;
import org.concurrencylab.environment.OpenFiles;
import org.concurrencylab.environment.ProcessReading;
import org.concurrencylab.environment.ProcessSampler;
import org.concurrencylab.environment.ServiceProcess;

/**
 * Looks at a contender from outside, which costs it nothing.
 *
 * @param sampler of this machine
 * @param sessions of the database, by the contender's name
 */
record Observer(ProcessSampler sampler, DatabaseSessions sessions) {

    /**
     * What the contender is like now.
     *
     * @param seconds when that is
     * @param window how it answered until now
     */
    Reading read(ServiceProcess service, double seconds, Window window) {
        ProcessReading process = sampler.read(service.pid());
        OptionalInt descriptors = OpenFiles.of(service.pid());
        return new Reading(
                seconds,
                number(process.rssBytes()),
                null,
                number(process.threads()),
                (double) sessions.of(service.contender().name()),
                descriptors.isPresent() ? Double.valueOf(descriptors.getAsInt()) : null,
                number(window.p50()),
                number(window.p99()),
                window.goodPerSecond(),
                window.errors());
    }

    private static Double number(Number number) {
        return number == null || Double.isNaN(number.doubleValue()) ? null : Double.valueOf(number.doubleValue());
    }
}
