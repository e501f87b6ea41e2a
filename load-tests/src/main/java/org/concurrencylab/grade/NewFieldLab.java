package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;
import org.concurrencylab.experiments.Shop;

/**
 * Lab 2, add a field end to end: a book's year of publication goes in and out by every way there is, and callers that
 * know nothing of it see nothing of it.
 */
final class NewFieldLab implements Assignment {

    private static final int FIRST = 1450;
    private static final int LAST = 2100;
    private static final int YEAR = 1999;
    private static final int OTHER_YEAR = 2001;
    private static final int INVALID = 400;
    private static final int STALE = 412;
    /** One that the migration has seeded, the first of the list. */
    private static final long SEEDED = 1;

    private static final String RECORD = "api-contract/src/main/java/org/concurrencylab/api/BookInput.java";

    private static final String BEGIN_HINT =
            "Begin at the contract: BookInput and Book are what goes over the wire. Then follow a book down to the table, and back.";
    private static final String LOST_HINT =
            "Follow the value: record, entity or statement, column, and back again. Which of these does not know it yet?";
    private static final String OLD_HINT =
            "Most books have no year, and most callers do not ask for one. What is in a row that was there before your column, and what does an answer say of a value that is not there?";
    private static final String REPLACE_HINT =
            "PUT replaces the whole book, and what it answers is made of what was sent. Read the book again: what does the update write?";
    private static final String REFUSE_HINT =
            "A constraint stands beside each component of BookInput; 1450 and 2100 are good years. The caller reads the field's name in violations.";
    private static final String DOCUMENT_HINT =
            "openapi.yaml is written by hand: Book and BookInput each list their properties, and required lists those that are always there.";

    @Override
    public String folder() {
        return "02-new-field";
    }

    @Override
    public List<ContenderSpec> contenders() {
        return Looks.BOTH_STORES;
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<ServiceProcess> services = submission.contenders();
        // First, for its callers know nothing of a year and would stumble over the books below.
        List<Mark> contract = Looks.each(
                services,
                "old callers see no difference",
                2,
                service -> Looks.booksAndOrders(submission, service, "BookEntity"));
        List<Mark> marks = new ArrayList<>();
        marks.addAll(Looks.each(services, "keeps the year", 5, NewFieldLab::keeps));
        marks.addAll(Looks.each(services, "PUT replaces the year", 5, NewFieldLab::replaces));
        marks.addAll(Looks.each(services, "refuses what is no year", 4, NewFieldLab::refuses));
        marks.add(Mark.of("all know each other's books", 10, LOST_HINT, () -> sameForAll(services)));
        marks.add(Mark.of("the document tells of it", 10, DOCUMENT_HINT, () -> described(services)));
        marks.addAll(contract);
        return marks;
    }

    private static Optional<Lack> keeps(ServiceProcess service) {
        String name = service.contender().name();
        try (PlainClient client = new PlainClient()) {
            Reply old = client.get(service.url(), "/books/" + SEEDED);
            if (!year(old).isMissingNode()) {
                String reason = "%s answers book %d, which nobody gave a year, with publicationYear %s."
                        .formatted(name, SEEDED, year(old));
                return Optional.of(new Lack(reason, OLD_HINT, Looks.source(service, "BookEntity")));
            }
            Reply made = client.post(service.url(), "/books", BookWithYear.fresh(YEAR));
            if (made.status() != Shop.CREATED) {
                String reason = "%s answers POST of a book with a publicationYear with status %d."
                        .formatted(name, made.status());
                return Optional.of(new Lack(reason, BEGIN_HINT, RECORD));
            }
            Reply read =
                    client.get(service.url(), "/books/" + made.json().path("id").asLong());
            if (year(made).asInt() != YEAR || year(read).asInt() != YEAR) {
                String reason = "%s is given a book of %d, answers %s, and afterwards reads %s."
                        .formatted(name, YEAR, shown(made), shown(read));
                return Optional.of(new Lack(reason, LOST_HINT, Looks.store(service)));
            }
            Reply without = client.post(service.url(), "/books", BookWithYear.fresh(null));
            if (without.status() != Shop.CREATED || !year(without).isMissingNode()) {
                String reason = "%s answers POST of a book without a publicationYear with status %d and %s."
                        .formatted(name, without.status(), shown(without));
                return Optional.of(new Lack(reason, OLD_HINT, RECORD));
            }
            return Optional.empty();
        }
    }

    private static Optional<Lack> replaces(ServiceProcess service) {
        String path = "/books/" + SEEDED;
        try (PlainClient client = new PlainClient()) {
            JsonNode book = client.get(service.url(), path).json();
            long version = book.path("version").asLong();
            Reply first = client.put(service.url(), path, version, BookWithYear.of(book, YEAR));
            Reply read = client.get(service.url(), path);
            JsonNode listed = client.get(service.url(), "/books?limit=1").json().at("/items/0/publicationYear");
            Reply late = client.put(service.url(), path, version, BookWithYear.of(book, OTHER_YEAR));
            Reply second = client.put(service.url(), path, version + 1, BookWithYear.of(book, OTHER_YEAR));
            Reply again = client.get(service.url(), path);
            Reply none = client.put(service.url(), path, version + 2, BookWithYear.of(book, null));
            Reply last = client.get(service.url(), path);
            return Stream.of(
                            said("PUT of 1999", shown(first), "1999"),
                            said("GET after a PUT of 1999", shown(read), "1999"),
                            said("GET /books after a PUT of 1999", shown(listed), "1999"),
                            said("PUT with the ETag of before", "status " + late.status(), "status " + STALE),
                            said("PUT of 2001", shown(second), "2001"),
                            said("GET after a PUT of 2001", shown(again), "2001"),
                            said("PUT without a year", shown(none), "no year"),
                            said("GET after a PUT without a year", shown(last), "no year"))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(reason -> new Lack(
                            service.contender().name() + " answers " + reason, REPLACE_HINT, Looks.store(service)));
        }
    }

    private static Optional<String> said(String request, String answer, String expected) {
        return answer.equals(expected)
                ? Optional.empty()
                : Optional.of("%s with %s, where it should be %s.".formatted(request, answer, expected));
    }

    private static Optional<Lack> refuses(ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            for (Object wrong : List.of(FIRST - 1, LAST + 1, -1, "1999", 1999.5, true)) {
                Reply reply = client.post(service.url(), "/books", BookWithYear.fresh(wrong));
                if (reply.status() != INVALID || !reply.body().contains("\"publicationYear\"")) {
                    return Optional.of(lack(service, wrong, reply, "400 and a violation of publicationYear"));
                }
            }
            for (int good : List.of(FIRST, LAST)) {
                Reply reply = client.post(service.url(), "/books", BookWithYear.fresh(good));
                if (reply.status() != Shop.CREATED) {
                    return Optional.of(lack(service, good, reply, "201"));
                }
            }
            return Optional.empty();
        }
    }

    private static Lack lack(ServiceProcess service, Object year, Reply reply, String expected) {
        String reason = "%s answers a new book with the publicationYear %s with status %d, where it should be %s."
                .formatted(service.contender().name(), year, reply.status(), expected);
        return new Lack(reason, REFUSE_HINT, RECORD);
    }

    private static Optional<Lack> sameForAll(List<ServiceProcess> services) {
        try (PlainClient client = new PlainClient()) {
            for (ServiceProcess writer : services) {
                Reply made = client.post(writer.url(), "/books", BookWithYear.fresh(YEAR));
                long id = made.json().path("id").asLong();
                for (ServiceProcess reader : services) {
                    String read = shown(client.get(reader.url(), "/books/" + id));
                    if (!read.equals(String.valueOf(YEAR))) {
                        String reason = "%s takes a book of %d, and %s reads %s."
                                .formatted(
                                        writer.contender().name(),
                                        YEAR,
                                        reader.contender().name(),
                                        read);
                        return Optional.of(new Lack(reason, LOST_HINT, Looks.store(reader)));
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Lack> described(List<ServiceProcess> services) {
        for (ServiceProcess service : services) {
            Document document = Document.of(service);
            for (String schema : List.of("Book", "BookInput")) {
                JsonNode year = document.property(schema, BookWithYear.FIELD).orElse(null);
                String where = "components/schemas/" + schema;
                if (year == null || !year.path("type").toString().contains("integer")) {
                    return Optional.of(undescribed(where + " has no whole number publicationYear"));
                }
                if (year.path("minimum").asInt() != FIRST
                        || year.path("maximum").asInt() != LAST) {
                    return Optional.of(undescribed(where + " does not say that a year is 1450 to 2100"));
                }
                if (document.requires(schema, BookWithYear.FIELD)) {
                    return Optional.of(undescribed(where + " requires a year, which most books do not have"));
                }
            }
        }
        return Optional.empty();
    }

    private static Lack undescribed(String what) {
        return new Lack("In openapi.yaml " + what + ".", DOCUMENT_HINT, Document.FILE);
    }

    private static JsonNode year(Reply reply) {
        return reply.json().path(BookWithYear.FIELD);
    }

    private static String shown(Reply reply) {
        return reply.status() >= INVALID ? "status " + reply.status() : shown(year(reply));
    }

    private static String shown(JsonNode year) {
        return year.isMissingNode() ? "no year" : year.toString();
    }
}
