package org.concurrencylab.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the generator process ends, and what is said of it. */
class GeneratorEndTest {

    @TempDir
    private Path folder;

    private final FakeBooks books = new FakeBooks();

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void quotesAJvmThatCannotStart() {
        GeneratorOptions usual = GeneratorOptions.defaults(folder.resolve("none.log"));
        GeneratorOptions tooMuch = new GeneratorOptions(
                List.of(),
                usual.java(),
                "60000g",
                List.of("-XX:ErrorFile=" + folder.resolve("crash")),
                usual.logFile());

        assertThatExceptionOfType(GeneratorException.class)
                .isThrownBy(() -> GeneratorProcess.start(tooMuch))
                .withMessageMatching(
                        "The load generator said: .*(initialization|memory|heap).*; its log is .*none.log.");
    }

    @Test
    void endsInTheMiddleOfASliceWhenItsInputEnds() throws InterruptedException {
        GeneratorProcess other = GeneratorProcess.start(GeneratorOptions.defaults(folder.resolve("other.log")));

        assertThatExceptionOfType(GeneratorException.class)
                .isThrownBy(() -> other.run(minute(), new SliceListener() {
                    @Override
                    public void measuring() {
                        other.close();
                    }
                }));

        assertThat(other.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(other.process().exitValue()).as("ended by itself").isZero();
    }

    @Test
    void saysWhenTheGeneratorDies() {
        GeneratorProcess other = GeneratorProcess.start(GeneratorOptions.defaults(folder.resolve("dying.log")));

        assertThatExceptionOfType(GeneratorException.class)
                .isThrownBy(() -> other.run(minute(), new SliceListener() {
                    @Override
                    public void measuring() {
                        other.process().destroyForcibly();
                    }
                }))
                .withMessageMatching("The load generator \\(process \\d+\\) ended with exit code \\d+; its log is .*");
        other.close();
    }

    private SliceRequest minute() {
        return new SliceRequest(books.url(), Mix.EXTERNAL, 200, 0, 0, 60, 10, true, 42);
    }
}
