package org.concurrencylab.compare;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.verify.ContractPreflight;
import org.concurrencylab.verify.ContractReport;
import org.concurrencylab.verify.ContractRunner;

/** Nothing is measured of contenders that answer differently: a wrong answer can always be quicker than a right one. */
final class ContractSmoke {

    /** One contender at a time: it walks the catalogue, which they share and which must hold still meanwhile. */
    private static final String CATALOGUE = "PagingContract";

    /**
     * All contenders side by side: each check looks at books of its own. Left out: what waits for timeouts of the
     * sellers, and what has nothing to do with the workloads.
     */
    private static final Set<String> OWN_BOOKS = Set.of(
            "ReadingContract",
            "WritingContract",
            "PreconditionContract",
            "OrderContract",
            "RaceContract",
            "OperationsContract");

    private static final double SECONDS = 1;

    private ContractSmoke() {}

    /**
     * Checks every contender.
     *
     * @return what was checked, for people
     * @throws LabFailure when a check fails or the contenders' OpenAPI documents differ
     */
    static String check(List<Subject> subjects, Progress progress) {
        progress.begin("contract · " + CompareRun.names(subjects), SECONDS);
        int checks = sideBySide(subjects);
        int ofCatalogue = 0;
        for (Subject subject : subjects) {
            progress.begin("contract · catalogue · " + subject.name(), SECONDS);
            ofCatalogue = requirePassed(subject, run(subject, CATALOGUE::equals));
        }
        List<URI> urls = subjects.stream().map(Subject::url).map(URI::create).toList();
        List<String> differences = ContractPreflight.differingDocuments(urls);
        if (!differences.isEmpty()) {
            throw new LabFailure("Nothing is measured: " + differences.getFirst() + ".");
        }
        return "%d checks × %d contenders agree".formatted(checks + ofCatalogue, subjects.size());
    }

    private static int sideBySide(List<Subject> subjects) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<ContractReport>> reports = subjects.stream()
                    .map(subject -> CompletableFuture.supplyAsync(() -> run(subject, OWN_BOOKS::contains), threads))
                    .toList();
            int checks = 0;
            for (int i = 0; i < subjects.size(); i++) {
                checks = requirePassed(subjects.get(i), reports.get(i).join());
            }
            return checks;
        }
    }

    private static ContractReport run(Subject subject, Predicate<String> topics) {
        return ContractRunner.run(new ContractTarget(URI.create(subject.url()), Optional.empty()), topics);
    }

    /** How many checks the report is about. */
    private static int requirePassed(Subject subject, ContractReport report) {
        if (!report.passed()) {
            throw new LabFailure("The contender %s breaks the contract, so nothing is measured: %s"
                    .formatted(subject.name(), firstFailure(report)));
        }
        return report.checks();
    }

    private static String firstFailure(ContractReport report) {
        if (report.failed().isEmpty()) {
            return "no check could be made.";
        }
        ContractReport.Finding first = report.failed().getFirst();
        int more = report.failed().size() - 1;
        return first.check() + ": " + first.message() + (more == 0 ? "" : " (and " + more + " more)");
    }
}
