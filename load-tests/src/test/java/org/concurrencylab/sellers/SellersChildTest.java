package org.concurrencylab.sellers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SellersChildTest {

    private static final int REQUESTS = 10_000;

    @Test
    void holdsTenThousandDelayedRequestsWithinItsMemory() throws Exception {
        try (var sellers = SellersChild.start();
                var held = new HeldRequests(sellers)) {
            var result = held.run(REQUESTS, 3_000);
            for (int delay = 12_000; result.peakInFlight() < REQUESTS && delay <= 48_000; delay *= 4) {
                // A busy machine may need longer than the delay to send them all.
                result = held.run(REQUESTS, delay);
            }

            assertThat(result.peakInFlight()).isEqualTo(REQUESTS);
            assertThat(result.answered()).isEqualTo(REQUESTS);
            result.memory()
                    .ifPresent(memory ->
                            assertThat(memory.peakMegabytes()).isBetween(1L, SellersBenchmark.LIMIT_MEGABYTES));
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            var process = start("--port", port);

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(error(process).lines().filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS")))
                    .containsExactly("Port " + port + " on 127.0.0.1 is taken.");
            assertThatIOException()
                    .isThrownBy(() -> SellersChild.start("--port", port))
                    .withMessageContaining("Port " + port + " on 127.0.0.1 is taken.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port=70000, 2, --port must be from 0 to 65535.",
        "--port=x, 2, Invalid value",
        "--nonsense, 2, Unknown option",
        "--delay=-1, 1, delayMillis must be from 0 to 60000.",
        "--host=192.0.2.1, 1, Cannot listen on 192.0.2.1",
    })
    void refusesBadUsageInOneSentence(String argument, int code, String sentence) throws Exception {
        var process = start(argument);

        assertThat(process.waitFor()).isEqualTo(code);
        assertThat(error(process)).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void endsWhenItsParentIsGone() throws Exception {
        var process = start();
        assertThat(process.inputReader().readLine()).startsWith(Sellers.READY + "http://127.0.0.1:");

        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Process start(String... arguments) throws Exception {
        return new ProcessBuilder(SellersChild.command(arguments)).start();
    }

    private static String error(Process process) {
        return String.join("\n", process.errorReader().lines().toList());
    }
}
