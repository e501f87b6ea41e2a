package org.concurrencylab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;
import org.junit.jupiter.api.Test;

/** The contenders as the lab starts them: their packaging, their settings, the real sellers. */
class PackagedContractTest {

    /** Those of the suite when this was written; fewer means that topics are no longer run. */
    private static final int FEWEST_CHECKS = 380;

    @Test
    void everyPackagedContenderKeepsTheWholeContract() throws Exception {
        Map<ContenderSpec, ContractReport> reports = reports();

        assertThat(reports).hasSize(ContenderSpec.USUAL.size());
        SoftAssertions.assertSoftly(softly -> reports.forEach((contender, report) -> {
            softly.assertThat(report.failed()).as(contender.name()).isEmpty();
            softly.assertThat(report.skipped()).as(contender.name()).isEmpty();
            softly.assertThat(report.checks()).as(contender.name()).isGreaterThan(FEWEST_CHECKS);
            softly.assertThat(report.passed()).as(contender.name()).isTrue();
        }));
    }

    private static Map<ContenderSpec, ContractReport> reports() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<ContenderSpec, Future<ContractReport>> running = new LinkedHashMap<>();
            ContenderSpec.USUAL.forEach(contender -> running.put(contender, threads.submit(() -> report(contender))));
            Map<ContenderSpec, ContractReport> reports = new LinkedHashMap<>();
            for (Map.Entry<ContenderSpec, Future<ContractReport>> entry : running.entrySet()) {
                reports.put(entry.getKey(), entry.getValue().get());
            }
            return reports;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabFailure failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /**
     * With a database and sellers of its own: the suite walks the whole catalogue, and makes the sellers fail for
     * everyone who calls them.
     */
    private static ContractReport report(ContenderSpec contender) {
        try (Run run = Run.begin()) {
            int cpus = CpuSets.ofThisMachine().serviceCpus();
            LabStack stack = LabStack.start(run, List.of(contender), cpus);
            return ContractRunner.run(new ContractTarget(
                    stack.contenders().getFirst().url(),
                    Optional.of(stack.sellers().url())));
        }
    }
}
