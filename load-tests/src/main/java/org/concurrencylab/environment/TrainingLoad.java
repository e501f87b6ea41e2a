package org.concurrencylab.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.BookPage;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.simulations.Isbn;

/**
 * Every kind of request of the API, answered well and badly, in about the shares of a warm-up: what a JVM sees of a
 * service's work while its profiles are recorded. Nothing is measured here.
 */
final class TrainingLoad implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int READS = 14;
    private static final int OFFERS = 8;
    private static final int PATHS = 200;
    private static final int VISITS_PER_MISTAKE = 50;
    private static final int MOST_CENTS = 10_000;
    private static final int FAULT = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OrderInput ONE_COPY = new OrderInput(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final AtomicLong answers = new AtomicLong();
    private final URI service;
    private final long books;

    /**
     * @param service where it answers
     * @param books how many it has, numbered from 1, each with the ISBN of {@link #book}
     */
    TrainingLoad(URI service, long books) {
        this.service = service;
        this.books = books;
    }

    /**
     * Loads the service until it has answered so often, but no longer than that.
     *
     * @return the number of answers
     * @throws LabFailure when it does not answer, or answers 500
     */
    long run(long requests, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    for (int visit = 0; answers.get() < requests && System.nanoTime() < deadline; visit++) {
                        visit();
                        if (visit % VISITS_PER_MISTAKE == 0) {
                            makeMistakes();
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> one : clients) {
                one.get();
            }
            return answers.get();
        } catch (ExecutionException e) {
            throw new LabFailure("the training load failed: " + e.getCause().getMessage(), e);
        }
    }

    /** What one client does before it begins again. */
    private void visit() throws IOException, InterruptedException {
        for (int i = 0; i < READS; i++) {
            send(get("/books/" + existing()));
        }
        BookPage page = JSON.readValue(send(get("/books?limit=20")).body(), BookPage.class);
        send(get("/books?limit=20&after=" + page.next()));
        for (int i = 0; i < OFFERS; i++) {
            send(get("/books/" + existing() + "/offer"));
        }
        send(get("/books/" + existing() + "/forecast?paths=" + PATHS));
        send(post("/books/" + existing() + "/orders", ONE_COPY));
        update();
        createAndDelete();
    }

    private void update() throws IOException, InterruptedException {
        long id = existing();
        HttpResponse<String> read = send(get("/books/" + id));
        send(put("/books/" + id, book(id)).header("If-Match", etag(read)));
    }

    private void createAndDelete() throws IOException, InterruptedException {
        long number = ThreadLocalRandom.current().nextLong(1_000_000_000);
        BookInput unknown = book(Isbn.ofCreated(number), number);
        HttpResponse<String> created = send(post("/books", unknown));
        send(post("/books", unknown));
        String path = created.headers()
                .map()
                .getOrDefault("Location", List.of("/books/0"))
                .getFirst();
        send(request(URI.create(path).getPath())
                .header("If-Match", etag(created))
                .DELETE());
    }

    /** Seldom: a path that was often taken here is compiled for speed later, at the expense of what is measured. */
    private void makeMistakes() throws IOException, InterruptedException {
        long id = existing();
        send(get("/books/" + id).header("If-None-Match", etag(send(get("/books/" + id)))));
        send(get("/books/0"));
        send(get("/books?limit=0"));
        send(post("/books", new BookInput("1", "", null, -1, null)));
        send(post("/books/0/orders", ONE_COPY));
        send(post("/books/" + id + "/orders", new OrderInput(0)));
        send(put("/books/" + id, book(id)));
        send(put("/books/" + id, book(id)).header("If-Match", "\"999999\""));
        send(get("/runtime"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest made = request.build();
        HttpResponse<String> answer = client.send(made, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == FAULT) {
            throw new IOException("500 to " + made.method() + " " + made.uri().getPath());
        }
        answers.incrementAndGet();
        return answer;
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder post(String path, Object body) throws IOException {
        return request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder put(String path, Object body) throws IOException {
        return request(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("\"0\"");
    }

    private long existing() {
        return ThreadLocalRandom.current().nextLong(1, books + 1);
    }

    /** The input that makes, or changes, a book. */
    static BookInput book(long id) {
        return book(Isbn.ofSeeded(id), id);
    }

    private static BookInput book(String isbn, long number) {
        int price = ThreadLocalRandom.current().nextInt(1, MOST_CENTS);
        return new BookInput(isbn, "Title " + number, "Author", price, 1_000_000);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
