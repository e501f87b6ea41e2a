package org.concurrencylab.compare;

import java.util.List;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.results.Results.Contender;

/**
 * A service under test.
 *
 * @param name as reports print it
 * @param url where it answers
 * @param pid its process
 * @param runtime what it says of itself
 * @param flags its JVM flags
 * @param firstAnswerSeconds from the start of its process to its first answer, in seconds
 * @param process that this run started
 */
record Subject(
        String name,
        String url,
        long pid,
        RuntimeFacts runtime,
        List<String> flags,
        double firstAnswerSeconds,
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

    Contender describe() {
        return new Contender(name, url, runtime, flags, firstAnswerSeconds);
    }
}
