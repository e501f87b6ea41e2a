package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;
import org.concurrencylab.experiments.Shop;

/**
 * Lab 4, pages while others write: the list in the order of prices, which are neither unique nor at rest. Between two
 * pages books come, go and change, and afterwards those are counted that were there all the time.
 */
final class PagesLab implements Assignment {

    private static final int INVALID = 400;
    private static final int LARGEST = 100;
    private static final int USUAL = 20;
    /** Even, so that the last book of a page is one that may go. */
    private static final int SMALL = 6;

    private static final int MOST_PAGES = 100;
    private static final int PAGES_BEFORE = 60;
    /** What a page of twenty may read that has thousands of books before it. */
    private static final int MOST_ROWS = 300;
    /** By then every session has told PostgreSQL what it has read. */
    private static final Duration ALL_TOLD = Duration.ofSeconds(11);

    private static final String BY_PRICE = "/books?sort=price";

    private static final String ORDER_HINT =
            "A query parameter that nobody reads is ignored. Follow limit and after from BookResource down to the statement, and let sort go the same way; where prices are equal the id decides.";
    private static final String WALK_HINT =
            "Where does the next page begin, when books before it have come and gone, when the last book is gone, or dearer, and when the next one costs as much? The token has to hold the answer.";
    private static final String PLACE_HINT =
            "A token is a place in one order, made by the service and by nobody else; what is none is refused, and violations says which parameter.";
    private static final String FAR_HINT =
            "Put explain analyze before your statement with a place far down the list: how many rows does it read that no page shows? Which index holds the books in this order?";
    private static final String DOCUMENT_HINT =
            "openapi.yaml is written by hand: the parameters of GET /books are listed there, and an enum says which values there are.";

    @Override
    public String folder() {
        return "04-moving-pages";
    }

    @Override
    public List<ContenderSpec> contenders() {
        return Looks.BOTH_STORES;
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        Catalogue catalogue = new Catalogue(submission.database());
        // First, for what sessions have read on behalf of others they tell late.
        Map<ServiceProcess, Optional<String>> places = new HashMap<>();
        services.forEach(service -> places.put(service, farPlace(service)));
        Await.until(() -> false, ALL_TOLD);
        List<Mark> far = Looks.each(
                services, "a page far down reads no more", 3, service -> far(catalogue, service, places.get(service)));
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Looks.each(services, "cheapest first", 4, service -> cheapestFirst(catalogue, service)));
        marks.addAll(Looks.each(services, "none missed, none twice", 6, service -> walk(catalogue, service)));
        marks.addAll(Looks.each(services, "refuses what is no place", 3, PagesLab::refuses));
        marks.addAll(far);
        marks.add(Mark.of("the document tells of it", 10, DOCUMENT_HINT, () -> described(services)));
        marks.addAll(Looks.each(
                services,
                "lists by id as before",
                2,
                service -> Looks.booksAndOrders(submission, service, "BookResource")));
        return marks;
    }

    private static Optional<Lack> cheapestFirst(Catalogue catalogue, ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            Reply reply = client.get(service.url(), BY_PRICE + "&limit=" + LARGEST);
            List<Long> expected = catalogue.cheapest(LARGEST);
            List<Long> found = reply.status() == Shop.OK ? ids(reply.json().path("items")) : List.of();
            if (found.equals(expected)) {
                return Optional.empty();
            }
            String objection = "answers GET %s with status %d and begins with the books %s, where the cheapest are %s."
                    .formatted(BY_PRICE, reply.status(), firstOf(found), firstOf(expected));
            return Optional.of(lack(service, objection, ORDER_HINT));
        }
    }

    private static Optional<Lack> walk(Catalogue catalogue, ServiceProcess service) {
        try (PlainClient client = new PlainClient();
                RestlessShelf shelf = RestlessShelf.fill(catalogue)) {
            List<Long> visited = new ArrayList<>();
            String after = "";
            for (int pages = 0; after != null && pages < MOST_PAGES; pages++) {
                Reply reply = client.get(service.url(), BY_PRICE + "&limit=" + SMALL + after);
                if (reply.status() != Shop.OK) {
                    String objection =
                            "answers a page by price with status %d while books come and go.".formatted(reply.status());
                    return Optional.of(lack(service, objection, WALK_HINT));
                }
                JsonNode page = reply.json();
                visited.addAll(ids(page.path("items")));
                shelf.move(page.path("items"));
                int price =
                        page.path("items").path(SMALL - 1).path("priceCents").asInt(Integer.MAX_VALUE);
                after = price > RestlessShelf.DEAREST ? null : after(page);
            }
            return lack(service, shelf.stay(), visited);
        }
    }

    private static Optional<Lack> lack(ServiceProcess service, Set<Long> stay, List<Long> visited) {
        Set<Long> different = new HashSet<>(visited);
        long missed = stay.stream().filter(book -> !different.contains(book)).count();
        int twice = visited.size() - different.size();
        if (missed == 0 && twice == 0) {
            return Optional.empty();
        }
        String objection =
                "missed %d of %d books that were there all the time, and showed books twice %d times, while others came and went between the pages."
                        .formatted(missed, stay.size(), twice);
        return Optional.of(lack(service, objection, WALK_HINT));
    }

    private static Optional<Lack> refuses(ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            String byPrice = after(client.get(service.url(), BY_PRICE).json());
            String byId = after(client.get(service.url(), "/books").json());
            List<Map.Entry<String, String>> refused = List.of(
                    Map.entry("/books?sort=colour", "sort"),
                    Map.entry("/books?sort=PRICE", "sort"),
                    Map.entry(BY_PRICE + "&after=abc", "after"),
                    Map.entry(BY_PRICE + byPrice + "A", "after"),
                    Map.entry(BY_PRICE + byId, "after"),
                    Map.entry("/books?limit=20" + byPrice, "after"));
            for (Map.Entry<String, String> request : refused) {
                Reply reply = client.get(service.url(), request.getKey());
                if (reply.status() != INVALID || !reply.body().contains("\"" + request.getValue() + "\"")) {
                    String objection = "answers GET %s with status %d, where it should be 400 and a violation of %s."
                            .formatted(request.getKey(), reply.status(), request.getValue());
                    return Optional.of(lack(service, objection, PLACE_HINT));
                }
            }
            String all = client.get(service.url(), "/books").body();
            return client.get(service.url(), "/books?sort=").body().equals(all)
                    ? Optional.empty()
                    : Optional.of(lack(service, "does not take an empty sort for none.", PLACE_HINT));
        }
    }

    /** The token, as the query has it, of a page that thousands of books come before; empty when there is none. */
    private static Optional<String> farPlace(ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            String after = "";
            for (int pages = 0; after != null && pages < PAGES_BEFORE; pages++) {
                after = after(client.get(service.url(), BY_PRICE + "&limit=" + LARGEST + after)
                        .json());
            }
            return Optional.ofNullable(after);
        } catch (LabFailure e) {
            // The mark asks again, and tells.
            return Optional.empty();
        }
    }

    private static Optional<Lack> far(Catalogue catalogue, ServiceProcess service, Optional<String> place) {
        int begin = PAGES_BEFORE * LARGEST;
        List<Long> expected = catalogue.cheapest(begin + USUAL).subList(begin, begin + USUAL);
        try (PlainClient client = new PlainClient()) {
            RowsRead before = RowsRead.afterAPause(catalogue.database());
            Reply reply = client.get(service.url(), BY_PRICE + place.orElse(""));
            if (!ids(reply.json().path("items")).equals(expected)) {
                String objection = "does not show the %d cheapest books after %,d others.".formatted(USUAL, begin);
                return Optional.of(lack(service, objection, ORDER_HINT));
            }
            long rows = RowsRead.since(before, catalogue.database());
            return rows <= MOST_ROWS
                    ? Optional.empty()
                    : Optional.of(lack(
                            service,
                            "reads %,d rows for a page of %d books far down the list.".formatted(rows, USUAL),
                            FAR_HINT));
        }
    }

    private static Optional<Lack> described(List<ServiceProcess> services) {
        return Document.lackOfListParameter(
                services,
                "sort",
                schema -> schema.path("enum").toString().contains("\"price\""),
                "sort whose enum holds price",
                DOCUMENT_HINT);
    }

    /** The token of the next page, as the query has it; null after the last one. */
    private static String after(JsonNode page) {
        return page.path("next").isTextual() ? "&after=" + page.path("next").asText() : null;
    }

    private static List<Long> ids(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(book -> book.path("id").asLong())
                .toList();
    }

    private static List<Long> firstOf(List<Long> books) {
        return books.subList(0, Math.min(books.size(), 3));
    }

    private static Lack lack(ServiceProcess service, String objection, String hint) {
        return new Lack(service.contender().name() + " " + objection, hint, Looks.store(service));
    }
}
