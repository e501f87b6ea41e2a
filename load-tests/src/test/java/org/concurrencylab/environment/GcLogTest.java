package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.concurrencylab.environment.GcLog.Pauses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTest {

    @TempDir
    private Path folder;

    @Test
    void countsThePausesOfASpanOfTime() throws IOException {
        GcLog log = new GcLog(folder.resolve("gc.log"));
        Files.write(
                log.file(),
                List.of(
                        "[1000ms] Using Serial",
                        "[2000ms] GC(0) Pause Young (Allocation Failure) 3M->1M(15M) 2.345ms",
                        "[3000ms] GC(1) Pause Young (Allocation Failure) 4M->1M(15M) 1.500ms",
                        "[3500ms] GC(2) Pause Full (System.gc()) 4M->1M(15M) 10.250ms",
                        "[4000ms] GC(3) Pause Young (Allocation Failure) 4M->1M(15M) 9ms"));

        assertThat(log.between(Instant.ofEpochMilli(3_000), Instant.ofEpochMilli(4_000)))
                .isEqualTo(new Pauses(2, 11.75));
    }

    @Test
    void readsWhatARealJvmWrites() throws Exception {
        GcLog log = new GcLog(folder.resolve("real.log"));
        Path source = folder.resolve("Garbage.java");
        Files.writeString(source, "class Garbage { public static void main(String[] a) { System.gc(); } }");
        Instant before = Instant.now();

        int code = new ProcessBuilder(Jvm.executable(), "-XX:+UseSerialGC", log.flag(), source.toString())
                .start()
                .waitFor();

        assertThat(code).isZero();
        assertThat(log.between(before.minusSeconds(1), Instant.now().plusSeconds(1))
                        .count())
                .isPositive();
        assertThat(log.between(before.minusSeconds(9), before.minusSeconds(5))).isEqualTo(new Pauses(0, 0));
    }

    @Test
    void knowsOfNoPausesWithoutALog() {
        assertThat(new GcLog(folder.resolve("none"))
                        .between(Instant.MIN.plusSeconds(1), Instant.now())
                        .count())
                .isZero();
    }
}
