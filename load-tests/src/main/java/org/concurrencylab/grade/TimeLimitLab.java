package org.concurrencylab.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;
import org.concurrencylab.grade.Limited.Answer;

/**
 * Lab 6, a fan-out with a time limit: sellers hang, so that whoever waits for them all, or leaves their calls behind,
 * is seen by what the sellers still hold.
 */
final class TimeLimitLab implements Assignment {

    private static final int THREADS = 20;
    private static final int SELLERS = 20;
    private static final int MORE_THAN_THREADS = 60;
    private static final int OK = 200;
    private static final int INVALID = 400;
    private static final int TOO_LATE = 504;
    private static final int LONGEST_LIMIT = 10_000;
    private static final List<String> NO_LIMITS = List.of("0", "-1", "10001", "abc", "1.5");
    private static final String FILE = "SellerFanOut";

    private static final String BEGIN_HINT =
            "Begin where sellers is read, and refuse a bad limit in the same way. Then hand it down to whoever waits for all sellers.";
    private static final String TIME_HINT =
            "Who waits for the answers of all sellers, and how long at most? Let the request say it, and no longer than before.";
    private static final String PARTIAL_HINT =
            "What has come in time is worth something: answer with it, and count what is missing apart from what failed.";
    private static final String RELEASE_HINT =
            "Look at http://localhost:8090/stats after an answer: inFlight are calls that nobody waits for any more. A call ends when its connection does. What does your client do when its thread is interrupted, or its Uni is cancelled?";
    private static final String SLEEP_HINT =
            "A limit is the longest time to wait, not the time to wait: the last answer ends it, too.";
    private static final String BOUND_HINT =
            "lab.fan-out-threads is the most threads that ask sellers, for all requests together. Who asks on another thread goes round it.";
    private static final String ALL_HINT =
            "Whoever needs no thread to wait asks all sellers at once; and a call that was given up tells nothing of its seller.";
    private static final String DOCUMENT_HINT =
            "openapi.yaml is written by hand: the parameters of GET /books/{id}/offers, and the properties of Offers.";

    private static final String CONTRACT_LATER = "The contract is looked at once nothing else is lacking.";
    private static final String CONTRACT_HINT = "Mend the rest first.";

    @Override
    public String folder() {
        return "06-time-limit";
    }

    /** Calls that are left behind are held for longer than the grader looks, and so is whoever ignores the limit. */
    @Override
    public Map<String, String> settings() {
        return Map.of(
                "lab.fan-out-threads",
                String.valueOf(THREADS),
                "lab.fan-out-timeout",
                "8s",
                "quarkus.rest-client.sellers.read-timeout",
                "60000");
    }

    @Override
    public List<Mark> marks(LabStack submission) {
        List<Mark> marks = new ArrayList<>();
        submission.contenders().forEach(service -> marks.addAll(marks(submission, service)));
        marks.add(Mark.of(
                "the document tells of it",
                4,
                DOCUMENT_HINT,
                () -> described(submission.contenders().getFirst())));
        return marks;
    }

    private static List<Mark> marks(LabStack stack, ServiceProcess service) {
        Limited limited = new Limited(stack.sellers(), service);
        Mark refuses = mark(service, "refuses what is no limit", 3, () -> refuses(service));
        Optional<Lack> ignored = refuses.lack();
        // Whoever does not know the limit waits for sellers that never answer: once is enough.
        Function<Supplier<Optional<Lack>>, Optional<Lack>> unlessIgnored =
                look -> ignored.isPresent() ? ignored : look.get();
        Map<ServiceProcess, Answer> seen = new HashMap<>();
        Supplier<Answer> someHang = () -> seen.computeIfAbsent(service, each -> limited.askWhileSomeHang(SELLERS));
        List<Mark> marks = new ArrayList<>();
        marks.add(refuses);
        marks.add(mark(
                service, "answers in time", 8, () -> unlessIgnored.apply(() -> inTime(service, someHang.get()))));
        marks.add(mark(
                service, "releases its calls", 8, () -> unlessIgnored.apply(() -> releases(service, someHang.get()))));
        marks.add(mark(service, "waits no longer", 4, () -> unlessIgnored.apply(() -> noLonger(limited))));
        marks.add(mark(service, "as many at once", 4, () -> unlessIgnored.apply(() -> atOnce(limited))));
        boolean whole = marks.stream().allMatch(mark -> mark.lack().isEmpty());
        marks.add(mark(
                service,
                "old callers see no difference",
                5,
                () -> whole
                        ? Looks.contract(stack, service, Set.of("OffersContract"), FILE)
                        : Optional.of(new Lack(CONTRACT_LATER, CONTRACT_HINT))));
        return marks;
    }

    private static Mark mark(ServiceProcess service, String aspect, int of, Supplier<Optional<Lack>> look) {
        return Looks.each(List.of(service), aspect, of, each -> look.get()).getFirst();
    }

    private static Optional<Lack> refuses(ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            return NO_LIMITS.stream()
                    .map(limit -> {
                        Reply reply = client.get(service.url(), "/books/1/offers?sellers=1&withinMillis=" + limit);
                        boolean refused =
                                reply.status() == INVALID && reply.body().contains("\"withinMillis\"");
                        return refused
                                ? Optional.<Lack>empty()
                                : lack(
                                        service,
                                        "answers withinMillis=%s with status %d, where it should be 400 and a violation of withinMillis."
                                                .formatted(limit, reply.status()),
                                        BEGIN_HINT);
                    })
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    /** Half of the sellers answer at once, the others never. */
    private static Optional<Lack> inTime(ServiceProcess service, Answer answer) {
        if (!answer.inTime()) {
            return lack(
                    service,
                    "has not answered %,d ms after the limit of %,d ms."
                            .formatted(Limited.ROOM.toMillis(), Limited.LIMIT_MILLIS),
                    TIME_HINT);
        }
        if (answer.reply().status() != OK) {
            return lack(
                    service,
                    "answers with status %d although %d of %d sellers answered in time."
                            .formatted(answer.reply().status(), SELLERS - answer.hanging(), SELLERS),
                    PARTIAL_HINT);
        }
        int missing = answer.reply().json().path("missing").asInt(-1);
        int failed = answer.reply().json().path("failed").asInt(-1);
        return missing == answer.hanging() && failed == answer.hanging()
                ? Optional.empty()
                : lack(
                        service,
                        "says %s while %d of %d sellers had not answered: missing and failed should both be %d."
                                .formatted(answer.reply().body(), answer.hanging(), SELLERS, answer.hanging()),
                        PARTIAL_HINT);
    }

    private static Optional<Lack> releases(ServiceProcess service, Answer answer) {
        return answer.left() == 0
                ? Optional.empty()
                : lack(
                        service,
                        "has answered, and %,d ms later the sellers still hold %d of its %d calls."
                                .formatted(Limited.ROOM.toMillis(), answer.left(), SELLERS),
                        RELEASE_HINT);
    }

    private static Optional<Lack> noLonger(Limited limited) {
        Answer answer = limited.askPrompt(SELLERS, LONGEST_LIMIT);
        if (!answer.inTime()) {
            return lack(
                    limited.service(),
                    "is told to wait %,d ms at most, and waits although all sellers have answered."
                            .formatted(LONGEST_LIMIT),
                    SLEEP_HINT);
        }
        return complete(limited.service(), answer.reply());
    }

    /** All sellers hang, and there are more of them than threads to ask them. */
    private static Optional<Lack> atOnce(Limited limited) {
        ServiceProcess service = limited.service();
        Answer answer = limited.askWhileAllHang(MORE_THAN_THREADS);
        boolean onThreads = service.contender().name().equals(ContenderSpec.THREADS.name());
        int most = onThreads ? THREADS : MORE_THAN_THREADS;
        if (answer.most() != most) {
            return lack(
                    service,
                    "had %d of %d calls under way at once; it should be %d%s."
                            .formatted(
                                    answer.most(),
                                    MORE_THAN_THREADS,
                                    most,
                                    onThreads ? ", as many as there are threads for them" : ""),
                    onThreads ? BOUND_HINT : ALL_HINT);
        }
        if (answer.reply().status() != TOO_LATE) {
            return lack(
                    service,
                    "answers with status %d when no seller answers in time, where it should be 504."
                            .formatted(answer.reply().status()),
                    PARTIAL_HINT);
        }
        return complete(service, limited.askPrompt(SELLERS, LONGEST_LIMIT).reply());
    }

    private static Optional<Lack> complete(ServiceProcess service, Reply reply) {
        return reply.status() == OK
                        && reply.json().path("missing").asInt(-1) == 0
                        && reply.json().path("failed").asInt(-1) == 0
                ? Optional.empty()
                : lack(
                        service,
                        "answers with status %d and %s although every seller answers at once."
                                .formatted(reply.status(), reply.body()),
                        ALL_HINT);
    }

    private static Optional<Lack> described(ServiceProcess service) {
        Document document = Document.of(service);
        boolean both =
                document.queryParameter("/books/{id}/offers", "withinMillis").isPresent()
                        && document.property("Offers", "missing").isPresent();
        return both
                ? Optional.empty()
                : Optional.of(new Lack(
                        "openapi.yaml lacks the parameter withinMillis or the property missing.",
                        DOCUMENT_HINT,
                        Document.FILE));
    }

    private static Optional<Lack> lack(ServiceProcess service, String objection, String hint) {
        return Optional.of(new Lack(service.contender().name() + " " + objection, hint, Looks.source(service, FILE)));
    }
}
