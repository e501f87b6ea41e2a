package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogsTest {

    @TempDir
    private Path base;

    @Test
    void keepsTheLogsOfARunThatIsUnderWayAndOfTheLastTen() throws IOException {
        try (Run underWay = Run.begin(base, logs(), false)) {
            for (int i = 0; i < 20; i++) {
                Run.begin(base, logs(), false).close();
            }

            assertThat(underWay.log("postgresql").getParent()).isDirectory();
            try (Stream<Path> folders = Files.list(logs())) {
                assertThat(folders).hasSizeBetween(10, 11);
            }
        }
    }

    private Path logs() {
        return base.resolve("logs");
    }
}
