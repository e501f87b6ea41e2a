package org.concurrencylab.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same load as an open and as a closed model, from a real generator process. */
class ClosedModelTest {
    private static final int USERS = 8;

    @TempDir
    private static Path folder;

    private static GeneratorProcess generator;

    @BeforeAll
    static void start() {
        generator = GeneratorProcess.start(GeneratorOptions.defaults(folder.resolve("generator.log")));
        try (FakeBooks any = new FakeBooks()) {
            generator.run(open(any.url(), 1), SliceListener.SILENT);
        }
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    @Test
    void keepsSoManyRequestsUnderWay() {
        try (FakeBooks books = new FakeBooks()) {
            books.delay(100);

            SliceOutcome outcome = generator.run(open(books.url(), 2).closed(USERS), SliceListener.SILENT);

            assertThat(outcome.errors()).isZero();
            assertThat(outcome.inFlight()).isCloseTo(USERS, within(1.0));
            // Little's law: 8 users, 0.1 s each and a little more.
            assertThat(outcome.completed()).isBetween(100L, 161L);
            assertThat(latency(outcome).getMinValue()).isGreaterThanOrEqualTo(99_000);
        }
    }

    @Test
    void showsAStallOfTheServerInTheOpenModelOnly() throws Exception {
        Process books = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeBooks.class.getName())
                .start();
        try {
            String url = new BufferedReader(books.inputReader()).readLine();

            SliceOutcome open = generator.run(open(url, 4), new StallsInTheMiddle(books.pid()));
            SliceOutcome closed = generator.run(open(url, 4).closed(USERS), new StallsInTheMiddle(books.pid()));

            assertThat(latency(open).getValueAtPercentile(99)).isGreaterThan(700_000);
            assertThat(latency(closed).getMaxValue()).isGreaterThan(900_000);
            assertThat(latency(closed).getValueAtPercentile(99)).isLessThan(700_000);
        } finally {
            books.destroyForcibly();
        }
    }

    private static SliceRequest open(String url, double seconds) {
        return new SliceRequest(url, Mix.EXTERNAL, 200, 0, 0, seconds, 10, true, 42);
    }

    private static Histogram latency(SliceOutcome outcome) {
        return Histograms.decode(outcome.latencyMicros());
    }

    /** Stops a process for a second, half a second after the measured part has begun. */
    private record StallsInTheMiddle(long pid) implements SliceListener {
        @Override
        public void measuring() {
            Thread.ofVirtual().start(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(500);
                    signal("STOP");
                    TimeUnit.SECONDS.sleep(1);
                    signal("CONT");
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }

        private void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        }
    }
}
