package org.concurrencylab.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shows a run on 127.0.0.1, to whoever is logged in on this machine: the page, its stream of states (server-sent
 * events), and in the end the report. With no page open it only holds the latest state.
 *
 * <p>The JDK's own HTTP server is enough, and nothing has to be added. A stream takes its own pace: each write may
 * block, no event is queued, and the next message holds what is true by then.
 */
public final class LiveServer implements AutoCloseable {

    static final int MOST_SUBSCRIBERS = 8;

    private static final int LEAST_MILLIS_BETWEEN = 500;
    private static final int HEARTBEAT_MILLIS = 5_000;
    private static final int LAST_WORDS_MILLIS = 1_500;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final ObjectMapper json = new ObjectMapper();
    private final LivePage page = LivePage.load();
    private final Semaphore places = new Semaphore(MOST_SUBSCRIBERS);
    private final AtomicInteger reportsDue = new AtomicInteger();
    private final Semaphore reportsSent = new Semaphore(0);
    private final LiveFeed feed;
    private final HttpServer server;

    private LiveServer(LiveFeed feed, HttpServer server) {
        this.feed = feed;
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts it on a free port.
     *
     * @param contenders names of those who are compared, the reference first
     * @param seconds expected length of the run, in seconds
     * @throws IOException when there is no port for it
     */
    public static LiveServer start(List<String> contenders, double seconds) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new LiveServer(
                new LiveFeed(contenders, seconds), HttpServer.create(new InetSocketAddress(loopback, 0), 0));
    }

    /** Where the page is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /** Something happened in the run; returns at once. */
    public void tell(LiveEvent event) {
        feed.accept(event);
    }

    /** Ends every stream with the last state, gives open pages a moment to load the report, and stops. */
    @Override
    public void close() {
        feed.accept(new LiveEvent.Ended());
        try {
            // Whoever was sent the last state gives its place back, and then asks for the report.
            places.tryAcquire(MOST_SUBSCRIBERS, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
            reportsSent.tryAcquire(reportsDue.get(), LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Content-Security-Policy", page.policy());
            if (!isForUs(exchange.getRequestHeaders())) {
                answer(exchange, 403, "text/plain", NOTHING);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                headers.set("Allow", "GET");
                answer(exchange, 405, "text/plain", NOTHING);
            } else {
                switch (exchange.getRequestURI().getPath()) {
                    case "/" -> answer(exchange, 200, "text/html; charset=utf-8", page.html());
                    case "/events" -> subscribe(exchange);
                    case "/report.html" -> report(exchange);
                    default -> answer(exchange, 404, "text/plain", NOTHING);
                }
            }
        }
    }

    /** Another name in Host means that a foreign page made it resolve to this machine (DNS rebinding). */
    private boolean isForUs(Headers request) {
        List<String> hosts = request.getOrDefault("Host", List.of());
        List<String> own = List.of("127.0.0.1:" + port(), "localhost:" + port());
        return hosts.size() == 1
                && own.contains(hosts.getFirst())
                && request.getOrDefault("Origin", List.of()).stream().allMatch(("http://" + hosts.getFirst())::equals);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private void report(HttpExchange exchange) throws IOException {
        Path report = feed.latest().state().report();
        if (report == null) {
            answer(exchange, 404, "text/plain", NOTHING);
            return;
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", LivePage.REPORT_POLICY);
        answer(exchange, 200, "text/html; charset=utf-8", Files.readAllBytes(report));
        exchange.close();
        reportsSent.release();
    }

    private void subscribe(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            answer(exchange, 503, "text/plain", NOTHING);
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, 0);
            stream(exchange.getResponseBody());
            if (feed.latest().state().phase() == Phase.DONE) {
                reportsDue.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void stream(OutputStream out) throws IOException, InterruptedException {
        LiveFeed.Version sent = feed.latest();
        out.write(message(sent.state()));
        out.flush();
        while (!sent.state().phase().isEnd()) {
            feed.pause(LEAST_MILLIS_BETWEEN);
            LiveFeed.Version next = feed.awaitAfter(sent.version(), HEARTBEAT_MILLIS);
            // A write is also the only way to learn that the page is gone.
            out.write(next.version() == sent.version() ? HEARTBEAT : message(next.state()));
            out.flush();
            sent = next;
        }
    }

    private byte[] message(LiveState state) throws IOException {
        String data = json.writeValueAsString(LiveMessage.of(state, Instant.now()));
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
