package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.OrderInput;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;

/**
 * Lab 10, stream stock changes to a slow consumer: server-sent events for clients of which some do not read. Counts
 * what each is told, what it knows in the end, and what is answered meanwhile.
 */
final class SlowConsumerLab implements Assignment {

    private static final int ALL_POINTS = 100;
    private static final int DOCUMENT = 4;

    private static final int STOCK = 10;

    private static final Duration ARRIVES = Duration.ofSeconds(10);

    static final String PATH = "/books/events";
    private static final String TYPE = "text/event-stream";

    private static final String BEGIN_HINT =
            "A new resource of both services produces text/event-stream, and goes on until its client goes. Who knows that a book has changed, and how does the stream learn of it?";
    private static final String FLOW_HINT =
            "Who writes to a connection that nobody reads has to wait, or to keep what cannot be written. Whose thread, or whose answer, waits in your code?";
    private static final String CURRENT_HINT =
            "How much waits for a client that reads nothing for an hour? Of a book that has changed twice, does it need to hear of both? And which of the two must not be lost?";
    private static final String MISSED_HINT =
            "A bound that nobody hears of is a lie: whoever is not told everything has to be told that much, and goes on from there.";
    private static final String DOCUMENT_HINT =
            "openapi.yaml is written by hand: GET " + PATH + " answers 200 with " + TYPE + ", and 503.";

    /** Checks of the suite wait half a minute each for a service whose threads all stand in streams. */
    private static final String CONTRACT_LATER = "The contract is looked at once nothing else is lacking.";

    private static final String CONTRACT_HINT = "Mend the rest first.";

    @Override
    public String folder() {
        return "10-slow-consumer";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lab.workers", String.valueOf(ManyStreams.WORKERS));
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        Catalogue catalogue = new Catalogue(submission.database());
        List<Mark> tells = Looks.each(services, "tells of changes", 5, SlowConsumerLab::tells);
        if (tells.stream().anyMatch(mark -> mark.lack().isPresent())) {
            return later(tells);
        }
        Map<ServiceProcess, Flood> seen = new HashMap<>();
        Function<ServiceProcess, Flood> flood =
                service -> seen.computeIfAbsent(service, each -> Flood.of(catalogue, each.url(), PATH));
        List<Mark> marks = new ArrayList<>(tells);
        marks.addAll(Looks.each(
                services, "who does not read holds nobody up", 6, service -> flows(service, flood.apply(service))));
        marks.addAll(Looks.each(
                services, "who is slow is told what is current", 6, service -> current(service, flood.apply(service))));
        marks.addAll(Looks.each(
                services, "says when it does not say all", 4, service -> missed(service, flood.apply(service))));
        marks.addAll(Looks.each(services, "streams that wait hold no worker", 4, ManyStreams::idle));
        marks.addAll(Looks.sideBySide(services, "shows that it is alive", 1, ManyStreams::alive));
        marks.addAll(Looks.each(services, "so many clients and no more", 3, ManyStreams::places));
        marks.add(Mark.of("the document tells of it", DOCUMENT, DOCUMENT_HINT, () -> described(services)));
        boolean whole = marks.stream().allMatch(mark -> mark.lack().isEmpty());
        marks.addAll(Looks.each(
                services,
                "all else as before",
                1,
                service -> whole
                        ? Looks.booksAndOrders(submission, service, "BookResource")
                        : Optional.of(new Lack(CONTRACT_LATER, CONTRACT_HINT))));
        // Last, for it ends them.
        marks.addAll(Looks.sideBySide(services, "ends its streams when it ends", 2, ManyStreams::ends));
        return marks;
    }

    /** All else waits, and may wait long, for what does not come. */
    private static List<Mark> later(List<Mark> tells) {
        int rest = ALL_POINTS - tells.stream().mapToInt(Mark::of).sum();
        Lack lack = new Lack("All else is looked at once all three services tell of changes.", BEGIN_HINT);
        return Stream.concat(tells.stream(), Stream.of(new Mark("all else", rest, Optional.of(lack))))
                .toList();
    }

    private static Optional<Lack> tells(ServiceProcess service) {
        try (PlainClient client = new PlainClient();
                EventStream stream = EventStream.open(service.url(), PATH).listen()) {
            if (stream.status() != Shop.OK || !stream.header("Content-Type").startsWith(TYPE)) {
                String objection = "answers GET %s with status %d and \"%s\", where it should be 200 and %s."
                        .formatted(PATH, stream.status(), stream.header("Content-Type"), TYPE);
                return lack(true, service, objection, BEGIN_HINT);
            }
            String book = "/books/" + new Shop(client, service.url()).newBook(STOCK);
            List<JsonNode> books = new ArrayList<>();
            client.post(service.url(), book + "/orders", new OrderInput(2));
            books.add(client.get(service.url(), book).json());
            if (!heard(stream, books)) {
                return untold(service, "an order of 2 copies", stream, books);
            }
            long version = books.getLast().path("version").asLong();
            BookInput few = new BookInput(books.getLast().path("isbn").asText(), "Few are left", "A grader", 900, 3);
            client.put(service.url(), book, version, few);
            client.put(service.url(), book, version, few);
            books.add(client.get(service.url(), book).json());
            if (!heard(stream, books)) {
                return untold(service, "a PUT, and one with the ETag of before", stream, books);
            }
            client.post(service.url(), book + "/orders", new OrderInput(4));
            client.post(service.url(), book + "/orders", new OrderInput(3));
            books.add(client.get(service.url(), book).json());
            return heard(stream, books)
                    ? Optional.empty()
                    : untold(service, "an order of the last 3 copies, and one that was refused", stream, books);
        }
    }

    /** Whether these books, one after another, are what a client hears. */
    private static boolean heard(EventStream stream, List<JsonNode> books) {
        Await.until(() -> stream.count(StockNews.CHANGE) >= books.size() || stream.isOver(), ARRIVES);
        return StockNews.changes(stream.events()).equals(books);
    }

    private static Optional<Lack> untold(
            ServiceProcess service, String change, EventStream stream, List<JsonNode> books) {
        String objection = "tells, after %s, of %s, where GET answered %s."
                .formatted(change, StockNews.changes(stream.events()), books);
        return lack(true, service, objection, BEGIN_HINT);
    }

    private static Optional<Lack> flows(ServiceProcess service, Flood flood) {
        return lack(
                        !flood.flowed(),
                        service,
                        "answered %,d of %,d orders while two clients did not read what they were sent."
                                .formatted(flood.answered(), Flood.ORDERS),
                        FLOW_HINT)
                .or(() -> lack(
                        flood.reader().unknown() > 0,
                        service,
                        "left a client that reads all the time with a stock that is not the last of %d of %d books."
                                .formatted(flood.reader().unknown(), Flood.FEW),
                        CURRENT_HINT));
    }

    private static Optional<Lack> current(ServiceProcess service, Flood flood) {
        return standstill(service, flood)
                .or(() -> lack(
                        flood.slow().unknown() > 0,
                        service,
                        "left a client that was slow with a stock that is not the last of %d of %d books."
                                .formatted(flood.slow().unknown(), Flood.FEW),
                        CURRENT_HINT))
                .or(() -> lack(
                        flood.slow().changes() > Flood.MOST_KEPT,
                        service,
                        "kept %,d of %,d changes of %d books for a client that did not read."
                                .formatted(flood.slow().changes(), Flood.ORDERS, Flood.FEW),
                        CURRENT_HINT));
    }

    private static Optional<Lack> missed(ServiceProcess service, Flood flood) {
        return standstill(service, flood)
                .or(() -> lack(
                        flood.slower().misses() == 0,
                        service,
                        "never said \"%s\" to a client that did not read while %d books changed; in the end it knew no good stock of %d of them."
                                .formatted(
                                        StockNews.MISS,
                                        Flood.FEW + Flood.MANY,
                                        flood.slower().unknown()),
                        MISSED_HINT))
                .or(() -> lack(
                        !flood.goesOn(),
                        service,
                        "told a client of no order any more after it had said \"%s\".".formatted(StockNews.MISS),
                        MISSED_HINT));
    }

    private static Optional<Lack> standstill(ServiceProcess service, Flood flood) {
        return lack(!flood.flowed(), service, "is looked at for this once orders are answered.", FLOW_HINT);
    }

    private static Optional<Lack> described(List<ServiceProcess> services) {
        boolean all = services.stream()
                .map(Document::of)
                .allMatch(document -> document.answer(PATH, Shop.OK)
                                .filter(answer -> answer.path("content").has(TYPE))
                                .isPresent()
                        && document.answer(PATH, ManyStreams.REFUSED).isPresent());
        String reason = "In openapi.yaml GET %s has no answer 200 with %s, or none with 503.".formatted(PATH, TYPE);
        return all ? Optional.empty() : Optional.of(new Lack(reason, DOCUMENT_HINT, Document.FILE));
    }

    static Optional<Lack> lack(boolean lacking, ServiceProcess service, String what, String hint) {
        return lacking
                ? Optional.of(
                        new Lack(service.contender().name() + " " + what, hint, Looks.source(service, "BookResource")))
                : Optional.empty();
    }
}
