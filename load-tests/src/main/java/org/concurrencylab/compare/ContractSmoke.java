package org.concurrencylab.compare;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.verify.ContractReport;
import org.concurrencylab.verify.ContractRunner;

/** Nothing is measured of contenders that answer differently: a wrong answer can always be quicker than a right one. */
final class ContractSmoke {

    /** Left out: what waits for timeouts of the sellers, and what has nothing to do with the workloads. */
    private static final Set<String> TOPICS = Set.of(
            "ReadingContract",
            "PagingContract",
            "WritingContract",
            "PreconditionContract",
            "OrderContract",
            "RaceContract",
            "OperationsContract");

    private static final double SECONDS = 3;

    private ContractSmoke() {}

    /**
     * Checks every contender.
     *
     * @return what was checked, for people
     * @throws LabFailure when a check fails
     */
    static String check(List<Subject> subjects, Progress progress) {
        int checks = 0;
        for (Subject subject : subjects) {
            progress.begin("contract · " + subject.name(), SECONDS);
            ContractReport report = ContractRunner.run(
                    new ContractTarget(URI.create(subject.url()), Optional.empty()), TOPICS::contains);
            if (!report.passed()) {
                throw new LabFailure("The contender %s breaks the contract, so nothing is measured: %s"
                        .formatted(subject.name(), firstFailure(report)));
            }
            checks = report.checks();
        }
        return "%d checks × %d contenders agree".formatted(checks, subjects.size());
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
