package org.concurrencylab.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concurrencylab.api.PriceForecast;

/** Looks at the threads of this JVM, and so of a service under {@code @QuarkusTest}, while it computes a forecast. */
final class ForecastingThread {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ForecastingThread() {}

    /** The kind of the thread that is seen computing, in the words of {@code GET /runtime} where it has one for it. */
    static String kindDuring(Callable<Reply> forecast) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            while (System.nanoTime() < deadline) {
                Future<Reply> answer = asking.submit(forecast);
                Optional<String> seen = Optional.empty();
                while (seen.isEmpty() && !answer.isDone()) {
                    seen = computing();
                }
                answer.get();
                if (seen.isPresent()) {
                    return kind(seen.get());
                }
            }
        }
        throw new AssertionError("No thread was seen that computes a forecast.");
    }

    private static Optional<String> computing() throws IOException {
        return dump().findParents("stack").stream()
                .filter(thread -> thread.path("stack").toString().contains(PriceForecast.class.getName() + "."))
                .map(thread -> thread.path("name").asText())
                .findFirst();
    }

    /** The only list of a JVM's threads that has the virtual ones, too; it insists on a new file. */
    private static JsonNode dump() throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "threads-" + UUID.randomUUID())
                .toAbsolutePath();
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
            return JSON.readTree(file.toFile());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String kind(String name) {
        if (name.startsWith("vert.x-eventloop-thread-")) {
            return "event-loop";
        }
        if (name.startsWith("quarkus-virtual-thread-")) {
            return "virtual";
        }
        return name.startsWith("executor-thread-") ? "worker" : name;
    }
}
