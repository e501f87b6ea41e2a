package org.concurrencylab.soak;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.concurrencylab.simulations.Isbn;

/** One contender, as its customers see it. Confined to the event loop that all load comes from. */
final class Shop {

    /** Beyond them a request is not sent and counts as an error: what waits is bounded here, too. */
    static final int MOST_UNDER_WAY = 2_000;
    /** So many books have a cover. */
    static final int COVERS = 50;

    private static final int BOOKS = 10_000;
    private static final int OWN_AT_MOST = 20;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int COVER_BYTES = 8 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double NANOS = 1e9;

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final HttpClient client;
    private final URI service;
    private final AtomicLong isbns;
    private final SplittableRandom random;
    private final Deque<String> own = new ArrayDeque<>();
    private final Histogram micros = new Histogram(MOST_MICROS, SIGNIFICANT_DIGITS);
    private final Map<String, Long> errors = new TreeMap<>();
    private final Buffer cover = Buffer.buffer(COVER_BYTES).appendBytes(PNG).appendBytes(new byte[COVER_BYTES]);
    private int underWay;
    private long since = System.nanoTime();

    /**
     * @param isbns counts those that are used up, by all shops of one database
     * @param seed of the errands: the same seed sends the same ones
     */
    Shop(HttpClient client, URI service, AtomicLong isbns, long seed) {
        this.client = client;
        this.service = service;
        this.isbns = isbns;
        this.random = new SplittableRandom(seed);
    }

    /**
     * A customer comes, whatever became of those before.
     *
     * @param intended when it was to come, from which its wait counts
     */
    void visit(long intended) {
        if (underWay >= MOST_UNDER_WAY) {
            errors.merge("not sent, " + MOST_UNDER_WAY + " under way", 1L, Long::sum);
            return;
        }
        underWay++;
        errand(Errand.draw(random)).onComplete(done -> {
            underWay--;
            if (done.succeeded()) {
                micros.recordValue(
                        Math.clamp(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - intended), 0, MOST_MICROS));
            } else {
                errors.merge(kind(done.cause()), 1L, Long::sum);
            }
        });
    }

    private Future<?> errand(Errand errand) {
        return switch (errand) {
            case READ -> ask(HttpMethod.GET, "/books/" + anyBook(), OK);
            case PAGE -> ask(HttpMethod.GET, "/books?limit=20", OK);
            case OFFER -> ask(HttpMethod.GET, "/books/" + anyBook() + "/offer", OK);
            case ORDER ->
                ask(
                        json(HttpMethod.POST, "/books/" + anyBook() + "/orders"),
                        Buffer.buffer("{\"quantity\":1}"),
                        CREATED);
            case TURNOVER -> own.size() < OWN_AT_MOST ? create() : delete(own.remove());
            case LOOK -> ask(HttpMethod.GET, "/books/" + (1 + random.nextInt(COVERS)) + "/cover", OK);
            case COVER -> store(1 + random.nextInt(COVERS));
        };
    }

    private int anyBook() {
        return 1 + random.nextInt(BOOKS);
    }

    /** Gives a book another cover. */
    Future<?> store(int book) {
        RequestOptions request =
                options(HttpMethod.PUT, "/books/" + book + "/cover").putHeader(HttpHeaders.CONTENT_TYPE, "image/png");
        return ask(request, cover, NO_CONTENT);
    }

    private Future<?> create() {
        JsonObject book = new JsonObject()
                .put("isbn", Isbn.ofCreated(isbns.incrementAndGet()))
                .put("title", "A book that does not stay")
                .put("author", "Author")
                .put("priceCents", 1_000)
                .put("stock", 10);
        return ask(json(HttpMethod.POST, "/books"), book.toBuffer(), CREATED)
                .onSuccess(answer -> own.add(
                        service.resolve(answer.getHeader(HttpHeaders.LOCATION)).getPath()));
    }

    private Future<?> delete(String path) {
        return ask(
                options(HttpMethod.DELETE, path).putHeader(HttpHeaders.IF_MATCH, "\"0\""), Buffer.buffer(), NO_CONTENT);
    }

    private Future<HttpClientResponse> ask(HttpMethod method, String path, int good) {
        return ask(options(method, path), Buffer.buffer(), good);
    }

    /** The answer, once all of it is there. */
    private Future<HttpClientResponse> ask(RequestOptions options, Buffer body, int good) {
        return client.request(options)
                .compose(request -> body.length() == 0 ? request.send() : request.send(body))
                .compose(answer -> answer.end().map(answer))
                .compose(answer -> answer.statusCode() == good
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture(new OtherAnswer(options.getMethod(), answer.statusCode())));
    }

    private RequestOptions json(HttpMethod method, String path) {
        return options(method, path).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    private RequestOptions options(HttpMethod method, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI(path)
                .setTimeout(PATIENCE_MILLIS);
    }

    private static String kind(Throwable cause) {
        return switch (cause) {
            case OtherAnswer other -> other.getMessage();
            case TimeoutException late -> "no answer in time";
            default -> "no answer";
        };
    }

    /** What became of the requests that ended since the call before. */
    Window take() {
        long now = System.nanoTime();
        boolean none = micros.getTotalCount() == 0;
        Window window = new Window(
                (now - since) / NANOS,
                micros.getTotalCount(),
                none ? Double.NaN : micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                none ? Double.NaN : micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                Map.copyOf(errors));
        micros.reset();
        errors.clear();
        since = now;
        return window;
    }

    int underWay() {
        return underWay;
    }

    private static final class OtherAnswer extends RuntimeException {
        OtherAnswer(HttpMethod method, int status) {
            super(method + " " + status, null, false, false);
        }
    }
}
