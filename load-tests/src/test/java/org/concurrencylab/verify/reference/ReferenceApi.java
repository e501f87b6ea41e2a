package org.concurrencylab.verify.reference;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.BookPage;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.api.PriceForecast;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.RuntimeFacts;

/** From a request to its answer: the order of the steps is that of the contract. */
public final class ReferenceApi {

    static final int LARGEST_BODY = 64 * 1024;

    private static final List<String> JSON_RANGES = List.of("*/*", "application/*", "application/json");

    private static final List<String> IMAGE_RANGES = List.of("*/*", "image/*", "image/png", "image/jpeg", "image/webp");

    private final ReferenceCovers covers = new ReferenceCovers();
    private final ReferenceBooks books;
    private final ReferenceOffers offers;

    /** The API over the given books; offers come from the sellers. */
    public ReferenceApi(ReferenceBooks books, URI sellers) {
        this.books = books;
        this.offers = new ReferenceOffers(sellers);
    }

    /** Answers one request; never throws. */
    public Answer answer(Request request) {
        try {
            return route(request);
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private Answer route(Request request) {
        String[] steps = request.path().substring(1).split("/", -1);
        if (steps[0].equals("q")) {
            return Operations.answer(request);
        }
        String template = switch (steps.length) {
            case 1 -> steps[0];
            case 2 -> steps[0] + "/id";
            case 3 -> steps[0] + "/id/" + steps[2];
            default -> "";
        };
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return switch (template) {
            case "runtime" -> only("GET", method, request, () -> Answer.json(200, facts()));
            case "books" ->
                method.equals("POST")
                        ? withBody(request, () -> create(request))
                        : only("GET", method, request, () -> list(request));
            case "books/id" -> book(method, request, steps[1]);
            case "books/id/orders" ->
                only("POST", method, request, () -> withBody(request, () -> at(steps[1], id -> order(id, request))));
            case "books/id/offer" ->
                only("GET", method, request, () -> at(steps[1], id -> Answer.json(200, offers.offer(books.find(id)))));
            case "books/id/offers" -> only("GET", method, request, () -> at(steps[1], id -> offers(id, request)));
            case "books/id/forecast" -> only("GET", method, request, () -> at(steps[1], id -> forecast(id, request)));
            case "books/id/cover" -> cover(method, request, steps[1]);
            default -> throw new Refused(ProblemType.NOT_FOUND);
        };
    }

    private Answer cover(String method, Request request, String id) {
        return switch (method) {
            case "GET" ->
                accepting(IMAGE_RANGES, request, () -> at(id, number -> covers.get(existing(number), request)));
            case "PUT" -> {
                ReferenceCovers.requireReadable(request);
                yield at(id, number -> covers.put(existing(number), request));
            }
            default -> throw new Refused(ProblemType.METHOD_NOT_ALLOWED);
        };
    }

    private long existing(long id) {
        return books.find(id).id();
    }

    private Answer book(String method, Request request, String id) {
        return switch (method) {
            case "GET" -> only("GET", method, request, () -> at(id, number -> read(number, request)));
            case "PUT" -> withBody(request, () -> at(id, number -> replace(number, request)));
            case "DELETE" ->
                only("DELETE", method, withoutForm(request), () -> at(id, number -> delete(number, request)));
            default -> throw new Refused(ProblemType.METHOD_NOT_ALLOWED);
        };
    }

    private static Answer only(String allowed, String method, Request request, Supplier<Answer> action) {
        if (!method.equals(allowed)) {
            throw new Refused(ProblemType.METHOD_NOT_ALLOWED);
        }
        return accepting(JSON_RANGES, request, action);
    }

    private static Answer accepting(List<String> ranges, Request request, Supplier<Answer> action) {
        boolean acceptable = request.header("accept").stream()
                .flatMap(accept -> Arrays.stream(accept.split(",")))
                .map(range -> range.split(";")[0].strip())
                .anyMatch(ranges::contains);
        if (request.header("accept").isPresent() && !acceptable) {
            throw new Refused(ProblemType.NOT_ACCEPTABLE);
        }
        return action.get();
    }

    private static Request withoutForm(Request request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")) {
            throw new Refused(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        return request;
    }

    private static Answer withBody(Request request, Supplier<Answer> action) {
        if (request.body().length > LARGEST_BODY) {
            throw new Refused(ProblemType.BODY_TOO_LARGE);
        }
        String type = request.header("content-type").orElse("").split(";")[0].strip();
        if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new Refused(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        return only(request.method(), request.method(), request, action);
    }

    private static Answer at(String id, LongFunction<Answer> action) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw new Refused(ProblemType.NOT_FOUND);
        }
        return action.apply(Long.parseLong(id));
    }

    private Answer list(Request request) {
        int limit = number(request, "limit", 20, 100);
        List<Book> found =
                books.after(request.parameter("after").map(ReferenceApi::lastId).orElse(0L), limit + 1);
        List<Book> items = found.stream().limit(limit).toList();
        return Answer.json(
                200,
                new BookPage(items, found.size() > limit ? token(items.getLast().id()) : null));
    }

    private static int number(Request request, String parameter, int usual, int most) {
        String text = request.parameter(parameter).orElse(String.valueOf(usual));
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > most) {
            throw new Refused(parameter, "must be a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private Answer offers(long id, Request request) {
        int asked = number(request, "sellers", 160, 500);
        return Answer.json(200, offers.offers(books.find(id), asked));
    }

    /** An id and a text that nobody guesses by changing one character. */
    private static String token(long id) {
        String text = id + "." + Integer.toHexString((id + " secret").hashCode());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }

    private static long lastId(String token) {
        try {
            long id = Long.parseLong(new String(Base64.getUrlDecoder().decode(token)).split("\\.")[0]);
            if (token(id).equals(token)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // The same answer as for a token that is not ours.
        }
        throw new Refused("after", "must be the value of next from the page before");
    }

    private Answer create(Request request) {
        Book book = books.create(ReferenceInput.book(request.body()));
        return Answer.book(201, book).with("Location", "/books/" + book.id());
    }

    private Answer read(long id, Request request) {
        Book book = books.find(id);
        boolean known = knows(request, Answer.etag(book));
        return known ? Answer.book(304, book).withBody("").without("Content-Type") : Answer.book(200, book);
    }

    static boolean knows(Request request, String etag) {
        return request.header("if-none-match").stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private Answer replace(long id, Request request) {
        BookInput input = ReferenceInput.book(request.body());
        return Answer.book(200, books.replace(id, ifMatch(request), input));
    }

    private Answer delete(long id, Request request) {
        books.delete(id, ifMatch(request));
        return Answer.text(204, "", "").without("Content-Type");
    }

    private Answer order(long id, Request request) {
        OrderInput input = ReferenceInput.order(request.body());
        return Answer.json(201, books.order(id, input.quantity()));
    }

    private Answer forecast(long id, Request request) {
        String paths = request.parameter("paths").orElse("1000");
        if (!paths.matches("[1-9][0-9]{0,4}|100000")) {
            throw new Refused("paths", "must be a whole number from 1 to 100000");
        }
        return Answer.json(200, PriceForecast.of(books.find(id), Integer.parseInt(paths)));
    }

    private static String ifMatch(Request request) {
        String tag = request.header("if-match").orElseThrow(() -> new Refused(ProblemType.PRECONDITION_REQUIRED));
        if (!tag.matches("\"[0-9]+\"")) {
            throw new Refused("If-Match", "must be the ETag of the book that you read");
        }
        return tag;
    }

    private static RuntimeFacts facts() {
        return new RuntimeFacts(
                "reference", "virtual", "memory", 1, 1, 1, 1, ReferenceOffers.TIMEOUT.toMillis(), "21", 1, 1);
    }
}
