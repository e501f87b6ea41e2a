package org.concurrencylab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.contract.fixture.FakeSeller;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.junit.jupiter.api.Test;

class ContractRunnerTest {

    @Test
    void passesAServiceThatKeepsTheContract() throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer service = reference(seller)) {

            ContractReport report = ContractRunner.run(new ContractTarget(service.url(), Optional.of(seller.url())));

            assertThat(report.failed()).isEmpty();
            assertThat(report.skipped())
                    // Those that a hand-out leaves to its students.
                    .allMatch(skipped -> skipped.message().startsWith("Assignment "));
            assertThat(report.checks()).isGreaterThan(300);
            assertThat(report.passed()).isTrue();
        }
    }

    @Test
    void saysWhichChecksItCannotMakeWithoutTheSellers() throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer service = reference(seller)) {

            ContractReport report = ContractRunner.run(
                    new ContractTarget(service.url(), Optional.empty()), topic -> topic.equals("OfferContract"));

            assertThat(report.failed()).isEmpty();
            assertThat(report.passed()).isTrue();
            assertThat(report.checks()).isEqualTo(1);
            assertThat(report.skipped()).hasSize(1);
            assertThat(report.skipped())
                    .allSatisfy(skipped -> assertThat(skipped.message()).contains("--sellers"));
        }
    }

    @Test
    void doesNotPassWhenNothingWasChecked() {
        ContractReport report = ContractRunner.run(
                new ContractTarget(URI.create("http://127.0.0.1:1"), Optional.empty()), topic -> false);

        assertThat(report.checks()).isZero();
        assertThat(report.passed()).isFalse();
    }

    private static ReferenceServer reference(FakeSeller seller) throws Exception {
        ReferenceApi api = new ReferenceApi(new ReferenceBooks(), seller.url());
        return new ReferenceServer(api::answer);
    }
}
