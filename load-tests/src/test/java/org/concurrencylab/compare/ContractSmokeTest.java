package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import org.concurrencylab.contract.fixture.FakeSeller;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.verify.WrongService;
import org.concurrencylab.verify.reference.Answer;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.concurrencylab.verify.reference.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractSmokeTest {

    private FakeSeller seller;
    private ReferenceServer right;

    @BeforeEach
    void start() throws Exception {
        seller = new FakeSeller();
        right = serve(reference(new ReferenceBooks()));
    }

    @AfterEach
    void stop() {
        right.close();
        seller.close();
    }

    @Test
    void saysHowMuchTheContendersAgreeOn() throws Exception {
        // On one catalogue, as contenders share one.
        ReferenceBooks shared = new ReferenceBooks();
        try (ReferenceServer one = serve(reference(shared));
                ReferenceServer other = serve(reference(shared))) {

            assertThat(check(one, other)).matches("1\\d\\d checks × 2 contenders agree");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SENDS_NO_ETAG",
                "REPEATS_THE_PAGE_BORDER",
                "ACCEPTS_STALE_CHANGES",
                "LOSES_UPDATES_UNDER_LOAD",
                "DESCRIBES_ANOTHER_API"
            })
    void letsNothingBeMeasuredOfAContenderThatBreaksTheContract(WrongService fault) throws Exception {
        try (ReferenceServer wrong = fault.start(seller.url())) {

            assertThatExceptionOfType(LabFailure.class)
                    .isThrownBy(() -> check(right, wrong))
                    .withMessageStartingWith("The contender second breaks the contract, so nothing is measured: ")
                    .withMessageContaining(fault.topic())
                    .satisfies(failure -> assertThat(failure.getMessage()).hasLineCount(1));
        }
    }

    @Test
    void letsNothingBeMeasuredWhenAContenderIsGone() throws Exception {
        ReferenceServer gone = serve(reference(new ReferenceBooks()));
        gone.close();

        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> check(right, gone))
                .withMessageStartingWith("The contender second breaks the contract")
                .withMessageContaining("got no answer");
    }

    private static String check(ReferenceServer first, ReferenceServer second) {
        return ContractSmoke.check(
                List.of(
                        Subjects.at("first", first.url().toString()),
                        Subjects.at("second", second.url().toString())),
                new RecordedProgress());
    }

    private Function<Request, Answer> reference(ReferenceBooks books) {
        return new ReferenceApi(books, seller.url())::answer;
    }

    private static ReferenceServer serve(Function<Request, Answer> api) throws Exception {
        return new ReferenceServer(api);
    }
}
