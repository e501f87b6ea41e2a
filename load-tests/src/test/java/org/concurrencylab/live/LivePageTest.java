package org.concurrencylab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.concurrencylab.environment.SearchPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where there is one. */
class LivePageTest {

    private static final long MOST_SECONDS = 90;

    @TempDir
    private Path folder;

    @Test
    void showsTheStateThatItIsSentAndTheReport() throws Exception {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "There is no Chromium here.");
        Path report = Files.writeString(folder.resolve("report.html"), "<!DOCTYPE html><title>The report</title>");
        try (LiveServer server = LiveServer.start(SampleRun.CONTENDERS, 100)) {
            SampleRun.untilMidway().forEach(server::tell);
            // The stream ends with it, so that the browser knows when all is there.
            server.tell(new LiveEvent.Finished(report));

            String page = dom(chromium.get(), server);

            assertThat(page)
                    .contains("external-2000, 2,000 requests/s offered", "one database read and one 200 ms call")
                    .contains("<h3 data-is=\"name\" id=\"contender-1\">threads</h3>")
                    .contains("<dd data-is=\"rate\">1,000</dd>", "<dd data-is=\"p50\">1.32 s</dd>")
                    .contains("median of 3 slices", "<dd data-is=\"threads\">225</dd>")
                    .contains("<dd data-is=\"cpuMillis\">0.250 ms</dd>", "<dd data-is=\"cpuShare\">42 %</dd>")
                    .containsPattern("<path class=\"line\" d=\"M0")
                    .contains("Read the finished report", "src=\"/report.html\"", report.toString());
        }
    }

    private String dom(Path chromium, LiveServer server) throws Exception {
        Path out = folder.resolve("page.html");
        Process process = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        server.url().toString()))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(out);
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(SearchPath::find)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
