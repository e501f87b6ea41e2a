package org.concurrencylab.generator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The book API from memory, on one event loop: strict about versions and ISBNs, with faults on request. */
public final class FakeBooks implements AutoCloseable {
    /** One line per request: method and path without numbers, such as "PUT /books/#". */
    public final Map<String, AtomicLong> requests = new ConcurrentHashMap<>();

    /** What a correct client never causes, such as a stale version. */
    public final Collection<String> violations = new ConcurrentLinkedQueue<>();

    public final AtomicInteger openConnections = new AtomicInteger();
    public final AtomicInteger acceptedConnections = new AtomicInteger();

    private final Vertx vertx = Vertx.vertx();
    private final Map<Long, Long> versions = new ConcurrentHashMap<>();
    private final Map<Long, Integer> prices = new ConcurrentHashMap<>();
    private final Map<String, Long> isbns = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(10_000);
    private final AtomicLong orders = new AtomicLong();
    private final HttpServer server;

    private volatile long delayMillis;
    private volatile int failWith;
    private volatile boolean hanging;

    public FakeBooks() {
        this(0);
    }

    private FakeBooks(int port) {
        reset();
        server = await(vertx.createHttpServer()
                .connectionHandler(connection -> {
                    acceptedConnections.incrementAndGet();
                    openConnections.incrementAndGet();
                    connection.closeHandler(closed -> openConnections.decrementAndGet());
                })
                .requestHandler(request -> request.body().onSuccess(body -> receive(request, body)))
                .listen(port, "127.0.0.1"));
    }

    /** Serves until it is killed; the first line on standard output is the address. */
    public static void main(String[] args) {
        System.out.println(new FakeBooks(args.length == 0 ? 0 : Integer.parseInt(args[0])).url());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** As after the seed procedure. */
    public void reset() {
        versions.clear();
        prices.clear();
        isbns.clear();
        for (long id = 1; id <= 10_000; id++) {
            versions.put(id, 0L);
        }
        ids.set(10_000);
    }

    /** Another client changes every book. */
    public void changeEveryVersion() {
        versions.replaceAll((id, version) -> version + 1);
    }

    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Answers everything with this status; 0: as usual again. */
    public void failWith(int status) {
        failWith = status;
    }

    /** Answers nothing from now on. */
    public void hang() {
        hanging = true;
    }

    public long count(String methodAndPath) {
        return requests.getOrDefault(methodAndPath, new AtomicLong()).get();
    }

    public long total() {
        return requests.values().stream().mapToLong(AtomicLong::get).sum();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void receive(HttpServerRequest request, Buffer body) {
        String line = request.method() + " " + request.path().replaceAll("\\d+", "#");
        requests.computeIfAbsent(line, key -> new AtomicLong()).incrementAndGet();
        if (hanging) {
            return;
        }
        if (delayMillis > 0) {
            vertx.setTimer(delayMillis, timer -> answer(request, body));
        } else {
            answer(request, body);
        }
    }

    private void answer(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response().putHeader("Content-Type", "application/json");
        if (failWith != 0) {
            response.setStatusCode(failWith).end("{}");
            return;
        }
        String[] path = request.path().split("/");
        if (path.length == 2) {
            collection(request, body, response);
        } else {
            book(request, body, response, Long.parseLong(path[2]), path.length == 4 ? path[3] : "");
        }
    }

    private void collection(HttpServerRequest request, Buffer body, HttpServerResponse response) {
        if (request.method() == HttpMethod.GET) {
            String after = request.getParam("after");
            long first = after == null ? 0 : Long.parseLong(after.substring(1));
            List<String> items = new ArrayList<>();
            for (long id = first + 1; id <= first + 20; id++) {
                items.add(json(id));
            }
            response.end("{\"items\":[" + String.join(",", items) + "],\"next\":\"t" + (first + 20) + "\"}");
            return;
        }
        String isbn = new JsonObject(body).getString("isbn");
        long id = ids.incrementAndGet();
        if (isbns.putIfAbsent(isbn, id) != null) {
            response.setStatusCode(409).end("{}");
            return;
        }
        if (isbn.length() != 13 || checksum(isbn) % 10 != 0) {
            violations.add("isbn " + isbn);
        }
        versions.put(id, 0L);
        response.setStatusCode(201)
                .putHeader("Location", "/books/" + id)
                .putHeader("ETag", "\"0\"")
                .end(json(id));
    }

    private void book(HttpServerRequest request, Buffer body, HttpServerResponse response, long id, String part) {
        Long version = versions.get(id);
        if (version == null) {
            violations.add("no book: " + request.method() + " " + request.path());
            response.setStatusCode(404).end("{}");
        } else if (part.equals("orders")) {
            response.setStatusCode(201)
                    .end("{\"id\":" + orders.incrementAndGet() + ",\"bookId\":" + id + ",\"quantity\":1}");
        } else if (request.method() == HttpMethod.PUT || request.method() == HttpMethod.DELETE) {
            write(request, body, response, id, version);
        } else {
            response.putHeader("ETag", "\"" + version + "\"").end(json(id));
        }
    }

    private void write(HttpServerRequest request, Buffer body, HttpServerResponse response, long id, long version) {
        if (!("\"" + version + "\"").equals(request.getHeader("If-Match"))) {
            violations.add(request.method() + " " + request.path() + " of version " + request.getHeader("If-Match"));
            response.setStatusCode(412).end("{}");
        } else if (request.method() == HttpMethod.DELETE) {
            versions.remove(id);
            response.setStatusCode(204).end();
        } else {
            int price = new JsonObject(body).getInteger("priceCents");
            if (Integer.valueOf(price).equals(prices.put(id, price))) {
                violations.add("an update of book " + id + " that changes nothing");
            }
            versions.put(id, version + 1);
            response.putHeader("ETag", "\"" + (version + 1) + "\"").end(json(id));
        }
    }

    private static int checksum(String isbn) {
        int sum = 0;
        for (int i = 0; i < isbn.length(); i++) {
            sum += (isbn.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum;
    }

    private static String json(long id) {
        return "{\"id\":" + id + ",\"isbn\":\"9780000000000\",\"title\":\"Title " + id
                + "\",\"author\":\"Author\",\"priceCents\":500,\"stock\":1000000,\"version\":0}";
    }

    /** Waits for a condition that will come true; never decides by time. */
    public static void eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
