package org.concurrencylab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CostCommandTest {

    /** Without it the load would keep every CPU busy. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final String[] BRIEFLY = {"--seconds=1", "--warmup=0", "--rounds=1", "--connections=2"};

    private final Set<String> paths = ConcurrentHashMap.newKeySet();
    private final Set<String> colours = ConcurrentHashMap.newKeySet();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer service;
    private String url;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().toString());
            colours.add(String.valueOf(exchange.getRequestHeaders().get("X-Colour")));
            if (exchange.getRequestURI().getPath().equals("/closes")) {
                exchange.getResponseHeaders().add("Connection", "close");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/fails") ? 503 : 200, -1);
            exchange.close();
        });
        service.start();
        url = "http://127.0.0.1:" + service.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void printsEachFigure() {
        String pid = "@" + ProcessHandle.current().pid();

        int code = run("one=" + url + pid);

        assertThat(code).as(err.toString()).isZero();
        String figures = "(\\s+[\\d,.]+ \\[[\\d,.]+–[\\d,.]+]){6}\\s+0";
        assertThat(out.toString().lines()).anyMatch(line -> line.matches("one" + figures));
    }

    @Test
    void visitsTheTargetsInTurn() {
        run("one=" + url, "two=" + url, "--rounds=2");

        assertThat(err.toString().lines())
                .containsExactly("round 1 of 2: one", "round 1 of 2: two", "round 2 of 2: one", "round 2 of 2: two");
    }

    @Test
    void holdsEachTargetAgainstTheFirst() {
        String pid = "@" + ProcessHandle.current().pid();

        run("one=" + url + pid, "two=" + url);

        assertThat(out.toString()).contains("1.00 [1.00–1.00]");
        assertThat(out.toString().lines()).anyMatch(line -> line.matches("two .*no process given +–.*"));
    }

    @Test
    void countsAConnectionThatTheServiceEndsAfterAnAnswerAsNoFailure() {
        assertThat(run("one=" + url + "/closes")).as(out.toString()).isZero();
    }

    @Test
    void asksForRandomIdsWithTheGivenHeaders() {
        run(url + "/books/{id}?x=1", "--header=X-Colour: blue");

        assertThat(paths).hasSizeGreaterThan(1).allMatch(path -> path.matches("/books/[1-9]\\d{0,4}\\?x=1"));
        assertThat(colours).containsExactly("[blue]");
    }

    @Test
    void failsWhenAnAnswerIsNot200() {
        assertThat(run(url + "/fails")).isEqualTo(1);
        assertThat(out.toString()).contains("nothing answered");
    }

    @Test
    void failsInOneSentenceWhenNothingListens() {
        service.stop(0);

        assertThat(run("gone=" + url)).isEqualTo(1);
        assertThat(err.toString())
                .contains("gone cannot be reached at 127.0.0.1 port ")
                .doesNotContain("\tat ");
    }

    @Test
    void failsInOneSentenceWhenThereIsNoSuchProcess() {
        assertThat(run(url + "@999999999")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("There is no process 999999999 whose CPU time can be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "https://127.0.0.1", "http://:80", "--rounds=0", "--header=x", "--warmup=-1"})
    void refusesBadUsage(String argument) {
        assertThat(run("one=" + url, argument)).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void refusesOneProcessForTwoTargets() {
        assertThat(run("one=" + url, "two=" + url, "--pid=1")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--pid goes with a single URL");
    }

    private int run(String... arguments) {
        var line =
                new CommandLine(new CostCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        line.setOverwrittenOptionsAllowed(true);
        String[] all = Stream.of(BRIEFLY, arguments).flatMap(Arrays::stream).toArray(String[]::new);
        return line.execute(all);
    }
}
