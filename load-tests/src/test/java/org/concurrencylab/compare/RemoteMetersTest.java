package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.results.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteMetersTest {

    private final Subject subject = Subjects.at("threads", "http://127.0.0.1:1");
    private HttpServer service;
    private RemoteMeters meters;
    private volatile String metrics;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/metrics", exchange -> {
            byte[] body = metrics.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        URI url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        meters = new RemoteMeters(Map.of("threads", url), CpuSets.unpinned());
    }

    @AfterEach
    void stop() {
        meters.close();
        service.stop(0);
    }

    @Test
    void readsWhatAServiceSaysOfItself() {
        Usage used = used(metrics(1, 2e9), metrics(1, 3.5e9));

        assertThat(used.serviceCpuMillis()).isEqualTo(1_500);
        assertThat(used.serviceRssBytes()).isEqualTo(240_230_400);
        assertThat(used.serviceThreads()).isEqualTo(15);
        assertThat(used.databaseCpuMillis()).isNull();
        assertThat(used.foreignCpu()).isNull();
    }

    @Test
    void knowsNothingOfASpanInWhichTheProcessWasReplaced() {
        assertThat(used(metrics(1, 2e9), metrics(2, 3e9)).serviceCpuMillis()).isNull();
        assertThat(used(metrics(2, 3e9), metrics(2, 4e9)).serviceCpuMillis()).isEqualTo(1_000);
    }

    @Test
    void knowsNothingOfAServiceThatDoesNotSay() {
        assertThat(used("nothing", "nothing").serviceCpuMillis()).isNull();
        service.stop(0);
        assertThat(used("", "").serviceCpuMillis()).isNull();
    }

    @Test
    void leavesOutWhatHasLabelsOrIsNoNumber() {
        Metrics read = Metrics.parse("""
                # HELP a b
                a 1.5
                b{area="heap"} 2.0
                c NaN
                d
                """);

        assertThat(read.values()).isEqualTo(Map.of("a", 1.5));
    }

    private Usage used(String before, String after) {
        metrics = before;
        Reading first = meters.read(List.of(subject));
        metrics = after;
        return meters.read(List.of(subject)).since(first, subject);
    }

    private static String metrics(int start, double cpuNanos) {
        return """
                process_start_time_seconds %d
                process_cpu_time_ns_total %s
                process_memory_resident_bytes 2.402304E8
                process_memory_resident_peak_bytes 2.63962624E8
                jvm_threads_live_threads 15.0
                """.formatted(start, cpuNanos);
    }
}
