package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.concurrencylab.contract.fixture.FakeSeller;
import org.concurrencylab.verify.reference.Answer;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.concurrencylab.verify.reference.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class VerifyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void passesAServiceAndSaysWhatItCouldNotCheck() throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer service = new ReferenceServer(reference(seller))) {

            int exitCode = verify(service.url().toString());

            assertThat(exitCode).isZero();
            assertThat(out.toString())
                    .containsPattern(", 0 failed, \\d+ skipped")
                    .containsPattern("[1-7]: needs --sellers URL");
            assertThat(err.toString()).isEmpty();
        }
    }

    @Test
    void namesTheFailedCheckAndTheServicesThatDescribeThemselvesDifferently() throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer right = new ReferenceServer(reference(seller));
                ReferenceServer wrong =
                        new ReferenceServer(reference(seller).andThen(VerifyCommandTest::misdescribed))) {

            int exitCode = verify(
                    new VerifyCommand(Set.of("OperationsContract", "OfferContract")::contains),
                    right.url().toString(),
                    wrong.url().toString(),
                    "--sellers",
                    seller.url().toString());

            assertThat(exitCode).isEqualTo(1);
            assertThat(out.toString())
                    .contains(right.url() + "  ")
                    .contains("failed   OperationsContract.describesItself: ")
                    .contains("serve different documents at /q/openapi");
        }
    }

    @Test
    void saysInOneSentenceThatNothingAnswers() {
        assertThat(verify("http://127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString())
                .contains("Nothing answers at http://127.0.0.1:1.")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{\"status\":\"UP\"}", ""})
    void saysInOneSentenceThatSomethingElseAnswers(String page) throws Exception {
        try (ReferenceServer other = new ReferenceServer(request -> new Answer(200, Map.of(), page))) {
            assertThat(verify(other.url().toString())).isEqualTo(1);
            assertThat(err.toString())
                    .contains("No bookshop is at " + other.url())
                    .hasLineCount(1);
        }
    }

    @Test
    void saysInOneSentenceThatTheSellersAreNotThere() {
        assertThat(verify("http://127.0.0.1:1", "--sellers", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("or leave --sellers out").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8081", "ftp://localhost", "http://", "http://localhost:80 81", "", "http://a?b=c"})
    void callsABadUrlBadUsage(String url) {
        assertThat(verify(url)).isEqualTo(2);
        assertThat(err.toString()).contains("is no base URL such as http://localhost:8081");
    }

    @Test
    void callsAMissingUrlBadUsage() {
        assertThat(verify()).isEqualTo(2);
    }

    private int verify(String... arguments) {
        return verify(new VerifyCommand(), arguments);
    }

    private int verify(VerifyCommand command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Answer misdescribed(Answer answer) {
        return answer.withBody(answer.body().replace("/offer:", "/offering:"));
    }

    private static Function<Request, Answer> reference(FakeSeller seller) {
        return new ReferenceApi(new ReferenceBooks(), seller.url())::answer;
    }
}
