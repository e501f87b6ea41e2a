package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concurrencylab.api.Book;

/**
 * A client that sends exactly what a check asks for, holds every answer to the published OpenAPI document, and removes
 * the books that its check has made.
 */
final class Api {

    static final String BOOKS = "/books";

    /** Shared by all checks: a client is immutable, and each new one costs a thread and a key store. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final ContractTarget target;
    private final Walk walk;
    private final Queue<String> created = new ConcurrentLinkedQueue<>();

    Api(ContractTarget target, Walk walk) {
        this.target = target;
        this.walk = walk;
    }

    ContractTarget target() {
        return target;
    }

    Walk walk() {
        return walk;
    }

    static String path(Book book) {
        return BOOKS + "/" + book.id();
    }

    /** A request yet to be sent. The path may carry a query. */
    Call call(String method, String path) {
        return new Call(this, method, path);
    }

    Reply get(String path) {
        return call("GET", path).send();
    }

    Reply post(String path, String json) {
        return call("POST", path).json(json).send();
    }

    Reply put(Book book, String json) {
        return call("PUT", path(book)).ifMatch(book).json(json).send();
    }

    Reply delete(Book book) {
        return call("DELETE", path(book)).ifMatch(book).send();
    }

    Reply order(Book book, int quantity) {
        return post(path(book) + "/orders", "{\"quantity\":%d}".formatted(quantity));
    }

    /** The book as the service has it now. */
    Book read(Book book) {
        return get(path(book)).hasStatus(200).book();
    }

    /** A new book with 100 copies. */
    Book newBook() {
        return newBook(100);
    }

    /** A new book with the given number of copies. */
    Book newBook(int stock) {
        return post(BOOKS, BookJson.fresh().with("stock", stock).text())
                .hasStatus(201)
                .book();
    }

    /** Lets all callers go at one moment and returns their answers. */
    List<Reply> atOnce(int callers, Callable<Reply> request) {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            return replies.stream().map(Api::outcome).toList();
        }
    }

    /** The books that a check has made go, whatever became of it. */
    void removeBooks() {
        for (String path : created) {
            Reply found = get(path);
            if (found.status() == 200) {
                call("DELETE", path).header("If-Match", found.etag()).send();
            }
        }
    }

    Reply exchange(HttpRequest.Builder request, String method, String path) {
        Reply reply;
        try {
            reply = Reply.of(
                    method + " " + path,
                    HTTP.send(
                            request.uri(target.baseUrl()
                                            .resolve(target.baseUrl().getPath() + path))
                                    .build(),
                            BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        if (method.equals("POST") && path.equals(BOOKS) && reply.status() == 201) {
            created.add(BOOKS + "/" + reply.book().id());
        }
        assertThat(OpenApiDocument.published().faults(method, path, reply))
                .as(reply + " against openapi.yaml")
                .isEmpty();
        return reply;
    }

    private static Reply outcome(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
