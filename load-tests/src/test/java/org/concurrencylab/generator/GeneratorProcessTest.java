package org.concurrencylab.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.concurrencylab.results.Histograms;
import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices of a real generator process against a fake of the API. */
class GeneratorProcessTest {
    private static final int RATE = 200;
    private static final int PATIENCE = 10;

    @TempDir
    private static Path folder;

    private static GeneratorProcess generator;

    private final FakeBooks books = new FakeBooks();

    @BeforeAll
    static void start() {
        generator = GeneratorProcess.start(GeneratorOptions.defaults(folder.resolve("generator.log")));
        try (FakeBooks any = new FakeBooks()) {
            run(new SliceRequest(any.url(), Mix.WARMUP, RATE, 0, 0, 1, PATIENCE, true, 42));
        }
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void asksForEachOperationWithItsShareAndCausesNoConflict() {
        SliceOutcome outcome = run(slice(Mix.CRUD, 500, 0, 2));

        assertThat(books.violations).isEmpty();
        assertThat(outcome.errors()).isZero();
        assertThat(outcome.sent()).isEqualTo(1_000);
        // Shares of a seeded draw, so the same in every run; creates include deletes that found nothing to delete.
        assertThat(books.count("PUT /books/#")).isBetween(60L, 100L);
        assertThat(books.count("GET /books")).isBetween(80L, 120L);
        assertThat(books.count("POST /books/#/orders")).isBetween(35L, 65L);
        assertThat(books.count("POST /books") + books.count("DELETE /books/#")).isBetween(50L, 95L);
    }

    @Test
    void looksUpTheVersionsOfAnUnknownDatabaseOnce() {
        run(slice(Mix.CRUD, RATE, 0, 0.5));
        books.changeEveryVersion();
        books.violations.clear();

        SliceOutcome outdated = run(notFresh(Mix.CRUD));

        assertThat(outdated.errors())
                .as("another client's changes are no errors")
                .isZero();
        assertThat(books.count("PUT /books/#")).isPositive();
    }

    @Test
    void asksOnlyForOffersInTheExternalMix() {
        SliceOutcome outcome = run(slice(Mix.EXTERNAL, RATE, 0, 0.5));

        assertThat(outcome.statuses()).isEqualTo(Map.of("200", outcome.sent()));
        assertThat(books.count("GET /books/#/offer")).isEqualTo(outcome.sent());
    }

    @Test
    void reportsTheMomentsOfASliceInOrder() {
        List<String> heard = new ArrayList<>();

        generator.run(slice(Mix.EXTERNAL, RATE, 0.6, 0.6), new SliceListener() {
            @Override
            public void measuring() {
                heard.add("measuring");
            }

            @Override
            public void progress(SliceEvent.Progress progress) {
                heard.add("progress");
            }

            @Override
            public void measured() {
                heard.add("measured");
            }
        });

        assertThat(heard.stream().distinct()).containsExactly("progress", "measuring", "measured");
    }

    @Test
    void countsARequestByItsIntendedStartAndItsAnswerByItsArrival() {
        books.delay(500);

        List<Long> medians = new ArrayList<>();

        SliceOutcome outcome = generator.run(slice(Mix.EXTERNAL, 100, 0, 1), new SliceListener() {
            @Override
            public void progress(SliceEvent.Progress progress) {
                Optional.ofNullable(progress.p50Micros()).ifPresent(medians::add);
            }
        });

        assertThat(medians).as("told while it goes on").isNotEmpty().allMatch(micros -> micros > 490_000);
        assertThat(outcome.sent()).isEqualTo(100);
        assertThat(outcome.statuses()).isEqualTo(Map.of("200", 100L));
        assertThat(outcome.completed())
                .as("the later half answers after the window")
                .isBetween(1L, 51L);
        assertThat(latency(outcome).getTotalCount()).isEqualTo(100);
        assertThat(latency(outcome).getMinValue()).isGreaterThan(490_000);
    }

    @Test
    void opensConnectionsBeforeTheLoadSharesThemAndClosesThem() throws InterruptedException {
        books.delay(50);

        run(slice(Mix.EXTERNAL, 500, 0, 1));

        assertThat((long) books.acceptedConnections.get()).isGreaterThan(16).isLessThan(books.total());
        FakeBooks.eventually(() -> books.openConnections.get() == 0);
        assertThat(books.openConnections.get()).isZero();
    }

    @Test
    void countsAnUnexpectedStatusAsAnError() {
        books.failWith(500);

        SliceOutcome outcome = run(slice(Mix.CRUD, RATE, 0, 0.5));

        assertThat(outcome.statuses()).isEqualTo(Map.of("500", outcome.sent()));
        assertThat(outcome.errors()).isEqualTo(outcome.sent());
        assertThat(outcome.completed()).isZero();
        assertThat(latency(outcome).getTotalCount()).isZero();
    }

    @Test
    void countsSilenceAsATimeoutWithTheTimeItWaited() {
        books.hang();

        SliceOutcome outcome = run(new SliceRequest(books.url(), Mix.EXTERNAL, RATE, 0, 0, 0.5, 1, true, 42));

        assertThat(outcome.statuses()).isEqualTo(Map.of("timeout", outcome.sent()));
        assertThat(latency(outcome).getMinValue()).isGreaterThanOrEqualTo(999_000);
    }

    @Test
    void countsARefusedConnection() {
        SliceRequest request = slice(Mix.EXTERNAL, RATE, 0, 0.5);
        books.close();

        SliceOutcome outcome = run(request);

        assertThat(outcome.statuses()).isEqualTo(Map.of("connection", outcome.sent()));
        assertThat(outcome.errors()).isEqualTo(outcome.sent());
    }

    @Test
    void finishesASliceWhoseServiceDies() {
        SliceOutcome outcome = generator.run(slice(Mix.EXTERNAL, RATE, 0.5, 1), new SliceListener() {
            @Override
            public void measuring() {
                books.close();
            }
        });

        assertThat(outcome.sent()).isEqualTo(RATE);
        assertThat(outcome.statuses()).containsKey("connection");
    }

    @Test
    void showsItsOwnPauseAsLateness() {
        SliceRequest request = slice(Mix.EXTERNAL, RATE, 0, 2);

        SliceOutcome paused = generator.run(request, new SliceListener() {
            @Override
            public void measuring() {
                signal("STOP");
                sleepOneSecond();
                signal("CONT");
            }
        });
        SliceOutcome undisturbed = run(request);

        assertThat(undisturbed.completed()).isPositive();
        assertThat(lateness(paused).getMaxValue()).isGreaterThan(900_000);
        assertThat(lateness(undisturbed).getValueAtPercentile(50))
                .isLessThan(lateness(paused).getMaxValue());
    }

    @Test
    void writesGatlingsReport() {
        Path page = generator.report(slice(Mix.CRUD, RATE, 0, 1), folder, SliceListener.SILENT);

        assertThat(page).exists().hasFileName("index.html");
        assertThat(page).content().doesNotContain("src=\"http");
    }

    @Test
    void sharesTheUsersOutToSeveralServices() {
        try (FakeBooks others = new FakeBooks()) {
            SliceOutcome outcome = run(new SliceRequest(
                    List.of(books.url(), others.url()), Mix.EXTERNAL, 0, RATE, 0, 0, 1, PATIENCE, true, 42, null));

            assertThat(outcome.errors()).isZero();
            assertThat(books.count("GET /books/#/offer")).isEqualTo(others.count("GET /books/#/offer"));
        }
    }

    private SliceRequest slice(Mix mix, double rate, double settle, double measured) {
        return new SliceRequest(books.url(), mix, rate, 0, settle, measured, PATIENCE, true, 42);
    }

    private SliceRequest notFresh(Mix mix) {
        return new SliceRequest(books.url(), mix, RATE, 0, 0, 0.5, PATIENCE, false, 42);
    }

    private static SliceOutcome run(SliceRequest request) {
        return generator.run(request, SliceListener.SILENT);
    }

    private static Histogram latency(SliceOutcome outcome) {
        return Histograms.decode(outcome.latencyMicros());
    }

    private static Histogram lateness(SliceOutcome outcome) {
        return Histograms.decode(outcome.latenessMicros());
    }

    private static void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(generator.pid()))
                    .start()
                    .waitFor();
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleepOneSecond() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
