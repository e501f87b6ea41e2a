package org.concurrencylab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.contract.fixture.FakeSeller;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WrongServiceTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByTheFittingCheck(WrongService wrong) throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer service = wrong.start(seller.url())) {

            ContractReport report = ContractRunner.runChecks(
                    new ContractTarget(service.url(), Optional.of(seller.url())), wrong::isFoundBy);

            assumeThat(report.skipped())
                    .as("checks that a hand-out leaves to its students")
                    .noneMatch(skipped -> skipped.check().startsWith(wrong.check())
                            && skipped.message().startsWith("Assignment "));
            assertThat(report.passed()).isFalse();
            assertThat(report.failed())
                    .extracting(ContractReport.Finding::check)
                    .anyMatch(check -> check.startsWith(wrong.check()));
        }
    }
}
