package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;

/**
 * Lab 3, search with an index: books whose titles begin with a text, whatever the text, and without reading the whole
 * table. PostgreSQL tells how many rows it has read, so no time is measured.
 */
final class SearchLab implements Assignment {

    private static final int PRICE = 1_000;
    private static final int INVALID = 400;
    /** What a search that finds three books may read; there are more than ten thousand. */
    private static final int MOST_ROWS = 100;

    private static final String PARAMETER = "title";

    private static final List<String> TITLES = List.of(
            "Concurrency in Practice",
            "CONCURRENCY FOR ALL",
            "concurrency 101",
            "On Concurrency",
            "100% Java",
            "100 Ways to Wait",
            "1000 Threads",
            "snake_case",
            "snakeXcase",
            "back\\slash",
            "wait! now",
            "O'Reilly's Guide",
            "O Reilly",
            "ärger mit fäden");

    private static final TitleSearch SELECTIVE = new TitleSearch("conCURRENCY", TITLES.subList(0, 3));

    private static final List<TitleSearch> LETTERS = List.of(
            SELECTIVE,
            new TitleSearch("Concurrency i", TITLES.subList(0, 1)),
            new TitleSearch("oncurrency", List.of()),
            new TitleSearch("100", TITLES.subList(4, 7)),
            new TitleSearch("ärger", TITLES.subList(13, 14)));

    private static final List<TitleSearch> SIGNS = List.of(
            new TitleSearch("100%", TITLES.subList(4, 5)),
            new TitleSearch("%", List.of()),
            new TitleSearch("snake_", TITLES.subList(7, 8)),
            new TitleSearch("_", List.of()),
            new TitleSearch("back\\", TITLES.subList(9, 10)),
            new TitleSearch("\\", List.of()),
            new TitleSearch("wait!", TITLES.subList(10, 11)),
            new TitleSearch("O'Re", TITLES.subList(11, 12)),
            new TitleSearch("?", List.of()),
            new TitleSearch("$1", List.of()),
            new TitleSearch("x' or '1'='1", List.of()),
            new TitleSearch("x%' or title like '%", List.of()),
            new TitleSearch("x'; delete from books; --", List.of()));

    private static final List<Long> PAGED = LongStream.concat(
                    LongStream.of(12), LongStream.concat(LongStream.range(120, 130), LongStream.range(1200, 1300)))
            .boxed()
            .toList();

    private static final String FIND_HINT =
            "A query parameter that nobody reads is ignored. Follow limit and after from BookResource down to the statement, and let title go the same way.";
    private static final String SIGN_HINT =
            "A prefix is a value and no part of the statement; and to LIKE some of its characters are no letters. Which ones, and how does one say that they are meant as they stand?";
    private static final String PAGE_HINT =
            "A search is a page like any other: the same limit, the same token, the order of the ids, and null after the last one.";
    private static final String INDEX_HINT =
            "Write a prefix into your statement, put explain before it, and look for Seq Scan. An index serves a comparison only when it sorts what is compared, and in the order in which it is compared.";
    private static final String CHANGED_HINT =
            "A search must not be able to change anything: bind what a caller sends.";
    private static final String DOCUMENT_HINT =
            "openapi.yaml is written by hand: the parameters of GET /books are listed there.";

    @Override
    public String folder() {
        return "03-search";
    }

    @Override
    public List<ContenderSpec> contenders() {
        return Looks.BOTH_STORES;
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        Catalogue catalogue = new Catalogue(submission.database());
        catalogue.add(TITLES, PRICE);
        long books = catalogue.count();
        // First, for what sessions have read on behalf of others they tell late.
        List<Mark> reads =
                Looks.each(services, "reads what it finds", 4, service -> reads(submission.database(), service, books));
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Looks.each(services, "titles that begin so", 4, service -> finds(service, LETTERS, FIND_HINT)));
        marks.addAll(Looks.each(services, "no sign is special", 4, SearchLab::takesSigns));
        marks.addAll(Looks.each(services, "page by page", 2, SearchLab::pages));
        marks.addAll(reads);
        marks.add(Mark.of("no search changes the table", 10, CHANGED_HINT, () -> unchanged(catalogue, books)));
        marks.add(Mark.of("the document tells of it", 10, DOCUMENT_HINT, () -> described(services)));
        marks.addAll(Looks.each(
                services, "lists as before", 2, service -> Looks.booksAndOrders(submission, service, "BookResource")));
        return marks;
    }

    private static Optional<Lack> finds(ServiceProcess service, List<TitleSearch> searches, String hint) {
        try (PlainClient client = new PlainClient()) {
            return searches.stream()
                    .flatMap(search -> search.objection(search.ask(client, service.url())).stream())
                    .findFirst()
                    .map(objection -> lack(service, objection, hint));
        }
    }

    private static Optional<Lack> takesSigns(ServiceProcess service) {
        Optional<Lack> lack = finds(service, SIGNS, SIGN_HINT);
        if (lack.isPresent()) {
            return lack;
        }
        try (PlainClient client = new PlainClient()) {
            Reply reply = client.get(service.url(), "/books?title=%00");
            return reply.status() == INVALID && reply.body().contains("\"title\"")
                    ? Optional.empty()
                    : Optional.of(lack(
                            service,
                            "answers a title of one NUL, which no title can hold, with status %d, where it should be 400 and a violation of title."
                                    .formatted(reply.status()),
                            SIGN_HINT));
        }
    }

    private static Optional<Lack> pages(ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            for (int limit : List.of(10, 37)) {
                List<Long> visited = new ArrayList<>();
                int pages = 0;
                int most = (PAGED.size() + limit - 1) / limit;
                for (String after = ""; after != null && pages <= most; pages++) {
                    JsonNode page = client.get(service.url(), "/books?title=Title%2012&limit=" + limit + after)
                            .json();
                    page.path("items")
                            .forEach(item -> visited.add(item.path("id").asLong()));
                    after = page.path("next").isTextual()
                            ? "&after=" + page.path("next").asText()
                            : null;
                }
                if (!visited.equals(PAGED) || pages != most) {
                    String objection =
                            "shows %d books on %d pages of %d for titles that begin with \"Title 12\", where %d books stand on %d pages, in the order of their ids."
                                    .formatted(visited.size(), pages, limit, PAGED.size(), most);
                    return Optional.of(lack(service, objection, PAGE_HINT));
                }
            }
            String all = client.get(service.url(), "/books").body();
            return client.get(service.url(), "/books?title=").body().equals(all)
                    ? Optional.empty()
                    : Optional.of(lack(service, "does not take an empty title for none.", PAGE_HINT));
        }
    }

    private static Optional<Lack> reads(Database database, ServiceProcess service, long books) {
        try (PlainClient client = new PlainClient()) {
            // A session that prepares a statement tells that, and then nothing for a second.
            SELECTIVE.ask(client, service.url());
            RowsRead before = RowsRead.afterAPause(database);
            Optional<String> objection = SELECTIVE.objection(SELECTIVE.ask(client, service.url()));
            if (objection.isPresent()) {
                return Optional.of(lack(service, objection.get(), FIND_HINT));
            }
            long rows = RowsRead.since(before, database);
            return rows <= MOST_ROWS
                    ? Optional.empty()
                    : Optional.of(lack(
                            service,
                            "reads %,d rows to find 3 of %,d books: no index serves the search.".formatted(rows, books),
                            INDEX_HINT));
        }
    }

    private static Optional<Lack> unchanged(Catalogue catalogue, long books) {
        long now = catalogue.count();
        return now == books
                ? Optional.empty()
                : Optional.of(new Lack(
                        "There were %,d books before the searches and %,d after them.".formatted(books, now),
                        CHANGED_HINT));
    }

    private static Optional<Lack> described(List<ServiceProcess> services) {
        return Document.lackOfListParameter(
                services,
                PARAMETER,
                schema -> schema.path("type").toString().contains("string"),
                "title that is a text",
                DOCUMENT_HINT);
    }

    private static Lack lack(ServiceProcess service, String objection, String hint) {
        return new Lack(service.contender().name() + " " + objection, hint, Looks.store(service));
    }
}
