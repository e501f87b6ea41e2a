package org.concurrencylab.compare;

import java.time.Instant;
import java.util.List;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.environment.GcLog;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.results.Results.Contender;

/**
 * A service under test.
 *
 * @param name as reports print it
 * @param url where it answers
 * @param pid its process; 0 if it runs elsewhere
 * @param runtime what it says of itself
 * @param flags its JVM flags
 * @param firstAnswerSeconds from the start of its process to its first answer, in seconds; null if it ran already
 * @param process that this run started; null for a service that ran already
 */
record Subject(
        String name,
        String url,
        long pid,
        RuntimeFacts runtime,
        List<String> flags,
        Double firstAnswerSeconds,
        ServiceProcess process) {

    static Subject of(ServiceProcess service) {
        String url = service.url().toString();
        return new Subject(
                service.contender().name(),
                url,
                service.pid(),
                RuntimeFactsClient.ask(url),
                service.flags(),
                service.firstAnswerSeconds(),
                service);
    }

    /** A service that runs already, here or elsewhere. */
    static Subject at(String name, String url) {
        return new Subject(name, url, 0, RuntimeFactsClient.ask(url), List.of(), null, null);
    }

    /** Whether its process still runs, as far as this run can know. */
    boolean isAlive() {
        return process == null || process.process().isAlive();
    }

    /** Its stops for garbage collection between two moments; none of a service that runs elsewhere. */
    GcLog.Pauses pauses(Instant from, Instant to) {
        return process == null ? GcLog.Pauses.NONE : process.gcLog().between(from, to);
    }

    Contender describe() {
        return new Contender(name, url, runtime, flags, firstAnswerSeconds);
    }
}
