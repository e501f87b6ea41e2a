package org.concurrencylab.verify.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts any function from requests to answers on a free port of the loopback interface. */
public final class ReferenceServer implements AutoCloseable {

    /** Bodies are read to their end, so that no client is cut off before it has its answer; those of readers never. */
    private static final int MOST_BYTES_READ = 2 * ReferenceCovers.LARGEST;

    private static final Set<String> READERS = Set.of("GET", "HEAD");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Function<Request, Answer> api;
    private final boolean takesHalves;

    /** Serves at once. Throws if there is no free port. */
    public ReferenceServer(Function<Request, Answer> api) throws IOException {
        this(api, false);
    }

    /** The same, and takes a body that ends early for a whole one if told to. */
    public ReferenceServer(Function<Request, Answer> api, boolean takesHalves) throws IOException {
        this.api = api;
        this.takesHalves = takesHalves;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = api.apply(request(exchange));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean image = answer.headers().getOrDefault("Content-Type", "").startsWith("image/");
            byte[] body = answer.body().getBytes(image ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
            if (!bodiless) {
                exchange.getResponseBody().write(body);
                // The end of the exchange waits for a body that was announced.
                exchange.getResponseBody().flush();
            }
        }
    }

    private Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        byte[] body = READERS.contains(exchange.getRequestMethod()) ? new byte[0] : body(exchange);
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                query(uri.getRawQuery()),
                headers,
                Arrays.copyOf(body, Math.min(body.length, ReferenceCovers.LARGEST + 1)));
    }

    private byte[] body(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream body = exchange.getRequestBody()) {
            for (int next = body.read(); next >= 0 && read.size() < MOST_BYTES_READ; next = body.read()) {
                read.write(next);
            }
        } catch (IOException cutOff) {
            if (!takesHalves) {
                throw cutOff;
            }
        }
        return read.toByteArray();
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw == null ? new String[0] : raw.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
