package org.concurrencylab.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Bench.Services;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * The external service hangs while 500 users ask for offers: do requests that never call it still answer? Once as a
 * beginner calls it (no timeout worth the name, nothing bounded), once with timeout, bulkhead and circuit breaker.
 */
final class Failure implements Experiment {
    static final String GUARDED = "guarded";
    static final String HANGING = "hanging";
    static final String HANGING_REQUESTS = "hanging requests";
    private static final String NAME = "failure";
    private static final int USERS = 500;
    private static final int BULKHEAD = 50;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final double RATE = 400;
    private static final int SLICES = 2;
    private static final double WARM_UP_SECONDS = 12;
    private static final double SETTLE_SECONDS = 0.5;
    private static final double MEASURED_SECONDS = 1.5;
    private static final double START_SECONDS = 2;
    private static final double STARVED_SECONDS = 13;
    private static final long PILE_UP_MILLIS = 2_500;
    private static final SellerBehaviour HANG = new SellerBehaviour(0, 0, 0, 1);
    private static final String GATEWAY = "quarkus.fault-tolerance.\"org.concurrencylab.books.SellerGateway/quote\".";

    private static final ContenderSettings BARE = new ContenderSettings(
            "bare",
            Map.of(
                    "quarkus.rest-client.sellers.read-timeout",
                    "60000",
                    "lab.seller-timeout",
                    "60s",
                    GATEWAY + "circuit-breaker.request-volume-threshold",
                    "1000000"));
    private static final ContenderSettings WITH_GUARDS =
            new ContenderSettings(GUARDED, Map.of(GATEWAY + "bulkhead.value", String.valueOf(BULKHEAD)));

    private record ContenderSettings(String suffix, Map<String, String> settings) {}

    /** A contender that calls sellers in one of the two ways. */
    private record Called(ContenderSpec contender, ContenderSettings settings) {
        ContenderSpec spec() {
            return contender.withSettings(settings.suffix(), settings.settings());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "A seller hangs. Do requests that never call it still answer?";
    }

    @Override
    public String prediction() {
        return "%d requests that hang hold %d threads of a pool of 200, so nobody else gets one until they time out; virtual threads and an event loop lose nothing but memory. A bulkhead of %d leaves 150 threads to the others."
                .formatted(USERS, Math.min(USERS, 200), BULKHEAD);
    }

    @Override
    public double seconds(int contenders) {
        double slices = SLICES * (SETTLE_SECONDS + MEASURED_SECONDS + 0.5);
        return WARM_UP_SECONDS
                + contenders * 2 * (START_SECONDS + 2 * slices + PILE_UP_MILLIS / 1_000.0)
                + STARVED_SECONDS;
    }

    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        List<Called> all = bench.contenders().stream()
                .map(Service::spec)
                .flatMap(contender -> Stream.of(new Called(contender, BARE), new Called(contender, WITH_GUARDS)))
                .toList();
        try (Services services = bench.start(all.stream().map(Called::spec).toList(), WARM_UP_SECONDS)) {
            for (Called called : all) {
                trials.addAll(hang(bench, services.of(called.spec()), called));
            }
        }
        return trials;
    }

    /** Ends the service, which may still have calls that hang. */
    private static List<Trial> hang(Bench bench, Service started, Called called) {
        List<Trial> trials = new ArrayList<>();
        String contender = called.contender().name();
        double guarded = called.settings() == WITH_GUARDS ? 1 : 0;
        bench.sellers(SellerBehaviour.PROMPT);
        try (Service service = started) {
            for (int i = 0; i < SLICES; i++) {
                trials.add(new Trial(contender, Map.of(GUARDED, guarded, HANGING, 0.0), read(service)));
            }
            bench.sellers(HANG);
            try (Companions callers = Companions.begin(service.url(), "/books/1/offer", USERS, PERIOD)) {
                pileUp();
                for (int i = 0; i < SLICES && !starved(trials); i++) {
                    Map<String, Double> counts = Map.of(HANGING_REQUESTS, (double) callers.underWay());
                    Slice slice = read(service);
                    trials.add(new Trial(contender, Map.of(GUARDED, guarded, HANGING, 1.0), slice, counts, List.of()));
                }
            }
        }
        return trials;
    }

    private static Slice read(Service service) {
        return service.measure(Ask.open(Mix.READ, RATE, SETTLE_SECONDS, MEASURED_SECONDS));
    }

    /** Another slice of requests that time out would tell nothing new. */
    private static boolean starved(List<Trial> trials) {
        Slice last = trials.getLast().slice();
        return last.completed() < last.sent() / 2;
    }

    private static void pileUp() {
        try {
            Thread.sleep(PILE_UP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The experiment " + NAME + " was interrupted.", e);
        }
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String each = Figures.sentences(contenders, contender -> sentence(trials, contender));
        return new Answer(each, List.of(FailureRuling.of(trials)), List.of(picture(trials, contenders)));
    }

    private static String sentence(List<Trial> trials, String contender) {
        Reads bare = Reads.of(trials, contender, 0);
        Reads guarded = Reads.of(trials, contender, 1);
        return "%s without guards: %s; with timeout, bulkhead and circuit breaker: %s."
                .formatted(contender, bare.words(), guarded.words());
    }

    /**
     * What readers saw.
     *
     * @param calmMillis their p99 before the seller hung, in milliseconds
     * @param hangingMillis their p99 while it hung, in milliseconds
     * @param answered share of their requests that were answered while it hung
     */
    record Reads(double calmMillis, double hangingMillis, double answered) {
        static Reads of(List<Trial> trials, String contender, double guarded) {
            List<Slice> calm = slices(trials, contender, guarded, 0);
            List<Slice> hanging = slices(trials, contender, guarded, 1);
            double sent = hanging.stream().mapToLong(Slice::sent).sum();
            return new Reads(
                    Figures.millis(calm, 99),
                    Figures.millis(hanging, 99),
                    hanging.stream()
                                    .mapToLong(slice -> slice.sent() - slice.errors())
                                    .sum()
                            / sent);
        }

        double factor() {
            return hangingMillis / calmMillis;
        }

        String words() {
            return Double.isNaN(answered)
                    ? "not measured"
                    : "%.0f %% of the reads answered, p99 %s instead of %s"
                            .formatted(100 * answered, Figures.duration(hangingMillis), Figures.duration(calmMillis));
        }
    }

    private static List<Slice> slices(List<Trial> trials, String contender, double guarded, double hanging) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender))
                .filter(trial -> trial.at(GUARDED) == guarded && trial.at(HANGING) == hanging)
                .map(Trial::slice)
                .toList();
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        List<Line> lines = new ArrayList<>();
        for (String contender : contenders) {
            for (double guarded : new double[] {0, 1}) {
                Reads reads = Reads.of(trials, contender, guarded);
                lines.add(new Line(
                        contender + (guarded == 1 ? ", guarded" : ", bare"),
                        List.of(point(0, reads.calmMillis()), point(1, reads.hangingMillis()))));
            }
        }
        return new Picture(
                "reads",
                "How long do reads take before and while the seller hangs?",
                "99th percentile of %s that never call it, while %d users wait for offers; requests that got no answer within 10 s count as 10 s. The axis is logarithmic."
                        .formatted(Figures.rate(RATE), USERS),
                "before (0), while it hangs (1)",
                "p99 in milliseconds",
                true,
                lines);
    }

    private static Point point(int hanging, double millis) {
        return new Point(hanging, millis, (hanging == 1 ? "hanging: " : "before: ") + Figures.duration(millis));
    }
}
