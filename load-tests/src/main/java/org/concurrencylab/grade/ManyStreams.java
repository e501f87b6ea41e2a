package org.concurrencylab.grade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concurrencylab.api.Problem;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.Shop;
import org.concurrencylab.grade.Crowd.Timed;

/** What lab 10 looks at in streams on which nothing is told: what they hold, how many there may be, how they end. */
final class ManyStreams {

    static final int WORKERS = 20;
    static final int REFUSED = 503;

    /** More than there are workers. */
    private static final int STREAMS = 30;

    private static final int MOST_STREAMS = 40;
    private static final int READS = 5;
    private static final long BOOK = 1;

    private static final Duration ARRIVES = Duration.ofSeconds(10);
    /** Three times as long as a stream may be silent. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final String IDLE_HINT =
            "What does the thread of a stream do between two events? A stream needs one while it is told something, and none while it waits.";
    private static final String ALIVE_HINT =
            "A comment is a line that begins with a colon. A stream on which nothing comes at all looks like a dead one to whoever stands between.";
    private static final String PLACES_HINT =
            "Count streams when they begin and when they end. How do you learn that a client has gone to which nothing was to be sent, and one that has not read for long?";
    private static final String END_HINT =
            "A service that ends waits for the requests that are under way. Which event of Quarkus comes before it does, and who ends your streams?";

    private ManyStreams() {}

    static Optional<Lack> idle(ServiceProcess service) {
        List<Future<Timed<EventStream>>> streams = List.of();
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            Shop shop = new Shop(client, service.url());
            streams = IntStream.range(0, STREAMS)
                    .mapToObj(i -> crowd.send(() -> EventStream.begun(service.url(), SlowConsumerLab.PATH)))
                    .toList();
            done(streams);
            List<Future<Timed<Integer>>> reads = IntStream.range(0, READS)
                    .mapToObj(i -> crowd.send(() -> shop.read(BOOK).status()))
                    .toList();
            int answered = done(reads);
            int begun = done(streams);
            return SlowConsumerLab.lack(
                    answered < READS || begun < STREAMS,
                    service,
                    "began %d of %d streams and answered %d of %d reads meanwhile, with %d worker threads."
                            .formatted(begun, STREAMS, answered, READS, WORKERS),
                    IDLE_HINT);
        } finally {
            streams.stream()
                    .filter(each -> each.state() == Future.State.SUCCESS)
                    .forEach(each -> each.resultNow().value().close());
        }
    }

    /** How many have succeeded once all are done, or time enough has passed. */
    private static <T> int done(List<Future<Timed<T>>> requests) {
        Await.until(() -> requests.stream().allMatch(Future::isDone), ARRIVES);
        return Math.toIntExact(requests.stream()
                .filter(each -> each.state() == Future.State.SUCCESS)
                .count());
    }

    static Optional<Lack> alive(ServiceProcess service) {
        try (EventStream stream =
                EventStream.begun(service.url(), SlowConsumerLab.PATH).listen()) {
            boolean heard = Await.until(() -> stream.comments() > 0, SILENCE);
            String objection = "sends no comment in %d s in which nothing changes.".formatted(SILENCE.toSeconds());
            return SlowConsumerLab.lack(!heard, service, objection, ALIVE_HINT);
        }
    }

    static Optional<Lack> places(ServiceProcess service) {
        try (Audience first = Audience.fill(service.url(), SlowConsumerLab.PATH, MOST_STREAMS)) {
            if (first.size() < MOST_STREAMS) {
                return unplaced(service, first);
            }
            try (EventStream more = EventStream.open(service.url(), SlowConsumerLab.PATH)) {
                boolean refused = more.status() == REFUSED
                        && more.header("Content-Type").startsWith(Problem.MEDIA_TYPE)
                        && !more.header("Retry-After").isEmpty();
                if (!refused) {
                    String objection =
                            "answers a client with status %d and \"%s\" while %d others listen, where it should be 503, a problem and Retry-After."
                                    .formatted(more.status(), more.header("Content-Type"), MOST_STREAMS);
                    return SlowConsumerLab.lack(true, service, objection, PLACES_HINT);
                }
            }
        }
        try (Audience second = Audience.fill(service.url(), SlowConsumerLab.PATH, MOST_STREAMS)) {
            return second.size() < MOST_STREAMS ? unplaced(service, second) : Optional.empty();
        }
    }

    private static Optional<Lack> unplaced(ServiceProcess service, Audience audience) {
        String objection =
                "lets %d of %d clients listen after all others have gone.".formatted(audience.size(), MOST_STREAMS);
        return SlowConsumerLab.lack(true, service, objection, PLACES_HINT);
    }

    static Optional<Lack> ends(ServiceProcess service) {
        try (EventStream stream =
                EventStream.begun(service.url(), SlowConsumerLab.PATH).listen()) {
            ProcessHandle.of(service.pid()).ifPresent(ProcessHandle::destroy);
            Await.until(stream::isOver, ARRIVES);
            String objection = stream.isOver()
                    ? "breaks the connection of a stream when it is told to end, without having ended the stream."
                    : "goes on with a stream for %d s after it was told to end.".formatted(ARRIVES.toSeconds());
            return SlowConsumerLab.lack(!stream.ended(), service, objection, END_HINT);
        }
    }
}
