package org.concurrencylab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.concurrencylab.api.RuntimeFacts;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;
import org.concurrencylab.environment.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The contenders as the lab starts them: their packaging, their settings, the real sellers. */
class PackagedContractTest {

    /** Those of the suite when this was written; fewer means that topics are no longer run. */
    private static final int FEWEST_CHECKS = 380;

    private record Outcome(RuntimeFacts facts, ContractReport report, Outage outage) {}

    @Test
    void everyPackagedContenderKeepsTheWholeContractWithHibernateAndWithTheDriver() throws Exception {
        Map<ContenderSpec, Outcome> outcomes = outcomes();

        assertThat(outcomes).hasSize(2 * ContenderSpec.USUAL.size());
        SoftAssertions.assertSoftly(softly -> outcomes.forEach((contender, outcome) -> {
            ContractReport report = outcome.report();
            softly.assertThat(report.failed()).as(contender.name()).isEmpty();
            softly.assertThat(report.skipped()).as(contender.name()).isEmpty();
            softly.assertThat(report.checks()).as(contender.name()).isGreaterThan(FEWEST_CHECKS);
            softly.assertThat(report.passed()).as(contender.name()).isTrue();
            softly.assertThat(outcome.facts().contender()).isEqualTo(contender.name());
            softly.assertThat(outcome.facts().persistence())
                    .as(contender.name())
                    .isEqualTo(contender.settings().getOrDefault("lab.persistence", "hibernate"));
            softly.assertThat(outcome.outage()).as(contender.name()).isEqualTo(new Outage(503, 200));
        }));
    }

    private static Map<ContenderSpec, Outcome> outcomes() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<ContenderSpec, Outcome>>> running = new ArrayList<>();
            ContenderSpec.USUAL.forEach(contender -> running.add(threads.submit(() -> outcomes(contender))));
            Map<ContenderSpec, Outcome> outcomes = new LinkedHashMap<>();
            for (Future<Map<ContenderSpec, Outcome>> pair : running) {
                outcomes.putAll(pair.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabFailure failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /**
     * One packaging with Hibernate and with the driver, in turn, on a database and sellers of their own: the suite
     * walks the whole catalogue, and makes the sellers fail for everyone who calls them.
     */
    private static Map<ContenderSpec, Outcome> outcomes(ContenderSpec contender) throws Exception {
        try (Run run = Run.begin()) {
            int cpus = CpuSets.ofThisMachine().serviceCpus();
            LabStack stack = LabStack.start(run, List.of(contender, contender.withDriver()), cpus);
            List<URI> urls =
                    stack.contenders().stream().map(ServiceProcess::url).toList();
            List<ContractReport> reports = urls.stream()
                    .map(url -> ContractRunner.run(
                            new ContractTarget(url, Optional.of(stack.sellers().url()))))
                    .toList();
            List<Outage> outages = Outage.of(urls, stack.database());
            Map<ContenderSpec, Outcome> outcomes = new LinkedHashMap<>();
            for (int i = 0; i < urls.size(); i++) {
                outcomes.put(
                        stack.contenders().get(i).contender(),
                        new Outcome(facts(urls.get(i)), reports.get(i), outages.get(i)));
            }
            return outcomes;
        }
    }

    private static RuntimeFacts facts(URI service) throws IOException {
        try (InputStream answer = service.resolve("/runtime").toURL().openStream()) {
            return new ObjectMapper().readValue(answer, RuntimeFacts.class);
        }
    }
}
