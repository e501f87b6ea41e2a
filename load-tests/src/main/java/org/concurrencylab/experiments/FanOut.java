package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Bench.Services;
import org.concurrencylab.results.Trial;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * One request that asks 160 sellers: one after another, on pools of three sizes, on virtual threads, on an event loop.
 */
final class FanOut implements Experiment {
    private static final String NAME = "fan-out";
    private static final String MILLIS = "millis";
    private static final int SELLERS = 160;
    private static final int DELAY_MILLIS = 50;
    private static final int BLOCKS = 6;
    /** One after another takes eight seconds each time. */
    private static final int SEQUENTIAL_BLOCKS = 3;

    private static final int WARM_UP_REQUESTS = 10;
    private static final double WARM_UP_SECONDS = 8;
    private static final double START_SECONDS = 2;
    /** Half of what was published would still be by far. */
    private static final double BY_FAR = 3.5;

    private static final Fan SEQUENTIAL = Fan.unpooled(ContenderSpec.SYNC, 1);
    private static final Fan SMALL = Fan.pool(5);
    private static final Fan LARGE = Fan.pool(SELLERS);
    private static final Fan LOOP = Fan.unpooled(ContenderSpec.REACTIVE, SELLERS);
    private static final List<Fan> ALL =
            List.of(SEQUENTIAL, SMALL, Fan.pool(20), LARGE, Fan.unpooled(ContenderSpec.VIRTUAL, SELLERS), LOOP);

    /**
     * Who asks the sellers.
     *
     * @param name for people
     * @param spec as it is started
     * @param atOnce how many sellers it can wait for at a time
     */
    private record Fan(String name, ContenderSpec spec, int atOnce) {
        static Fan pool(int threads) {
            ContenderSpec threadPool = ContenderSpec.THREADS;
            return new Fan(
                    threadPool.name() + " (" + threads + ")",
                    threadPool.withSetting("fan-out-" + threads, "lab.fan-out-threads", String.valueOf(threads)),
                    threads);
        }

        static Fan unpooled(ContenderSpec spec, int atOnce) {
            return new Fan(spec.name(), spec.withSettings(NAME, Map.of()), atOnce);
        }

        /** Rounds of one delay each, in milliseconds. */
        double predictedMillis() {
            return Math.ceilDiv(SELLERS, atOnce) * (double) DELAY_MILLIS;
        }

        int blocks() {
            return atOnce == 1 ? SEQUENTIAL_BLOCKS : BLOCKS;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "How long does a request take that asks %d sellers, and is it the event loop that makes it short?"
                .formatted(SELLERS);
    }

    @Override
    public String prediction() {
        return "n at once take ⌈%d ÷ n⌉ rounds of %d ms: %s one after another, %s on 5 threads, one round and the work of %d calls on %d threads, on virtual threads and on the event loop."
                .formatted(
                        SELLERS,
                        DELAY_MILLIS,
                        Figures.duration(SEQUENTIAL.predictedMillis()),
                        Figures.duration(SMALL.predictedMillis()),
                        SELLERS,
                        SELLERS);
    }

    @Override
    public double seconds(int contenders) {
        return ALL.stream()
                        .mapToDouble(fan -> START_SECONDS
                                + (fan.blocks() + (fan.atOnce() == 1 ? 0 : WARM_UP_REQUESTS))
                                        * fan.predictedMillis()
                                        / 1_000)
                        .sum()
                + WARM_UP_SECONDS;
    }

    /** It starts its own: four contenders, whoever the run compares. */
    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<ContenderSpec> guests(List<ContenderSpec> contenders) {
        return List.of(ContenderSpec.SYNC, ContenderSpec.THREADS, ContenderSpec.VIRTUAL, ContenderSpec.REACTIVE);
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        try (PlainClient client = new PlainClient();
                Services services = bench.start(ALL.stream().map(Fan::spec).toList(), WARM_UP_SECONDS)) {
            bench.sellers(DELAY_MILLIS);
            ALL.stream().filter(fan -> fan.atOnce() > 1).forEach(fan -> {
                for (int i = 0; i < WARM_UP_REQUESTS; i++) {
                    millis(client, services.of(fan.spec()));
                }
            });
            for (int block = 0; block < BLOCKS; block++) {
                for (Fan fan : Paired.order(ALL, block)) {
                    if (block < fan.blocks()) {
                        double millis = millis(client, services.of(fan.spec()));
                        trials.add(Trial.counted(fan.name(), Map.of(BLOCK, (double) block), Map.of(MILLIS, millis)));
                    }
                }
            }
        }
        return trials;
    }

    /** A request that does not hear from every seller would be fast for the wrong reason. */
    private static double millis(PlainClient client, Service service) {
        PlainClient.Reply reply = client.get(service.url(), "/books/1/offers?sellers=" + SELLERS);
        if (reply.status() != 200 || reply.json().path("failed").asInt(-1) != 0) {
            throw new LabFailure("%s did not get an offer from each of %d sellers: status %d, %s"
                    .formatted(service.spec().name(), SELLERS, reply.status(), reply.body()));
        }
        return reply.millis();
    }

    @Override
    public Answer answer(List<Trial> trials) {
        if (trials.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String each = Figures.sentences(
                Figures.contenders(trials),
                name -> "%s took %s (predicted %s)."
                        .formatted(
                                name,
                                Figures.duration(Paired.median(millis(trials, name))),
                                Figures.duration(predicted(name))));
        return new Answer(each, List.of(ruling(trials)), List.of(picture(trials)));
    }

    private static double predicted(String name) {
        return ALL.stream()
                .filter(fan -> fan.name().equals(name))
                .mapToDouble(Fan::predictedMillis)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** By far is more than {@link #BY_FAR} times; whether the pool is at fault shows when it is as large as the fan. */
    private static Ruling ruling(List<Trial> trials) {
        RatioEstimate small = ratio(trials, SMALL, LOOP);
        RatioEstimate large = ratio(trials, LARGE, LOOP);
        RatioEstimate sequential = ratio(trials, SEQUENTIAL, LOOP);
        String predicted =
                "%.0f× on 5 threads, 1× on %d".formatted(SMALL.predictedMillis() / LOOP.predictedMillis(), SELLERS);
        String measured =
                "threads ÷ reactive: %s on 5, %s on %d".formatted(Figures.ratio(small), Figures.ratio(large), SELLERS);
        String figures = "One after another took %s the time of the event loop, 5 threads %s, %d threads %s."
                .formatted(Figures.ratio(sequential), Figures.ratio(small), SELLERS, Figures.ratio(large));
        if (Figures.low(large) > BY_FAR) {
            return Ruling.holds(Claim.C1, predicted, measured, figures + " No pool, however large, comes near.");
        }
        if (Figures.low(small) > BY_FAR && Figures.high(large) < BY_FAR) {
            return Ruling.doesNotHold(
                    Claim.C1,
                    predicted,
                    measured,
                    figures
                            + " What the event loop beats by far is a pool that is too small for the fan, not threads: against one after another all of them win.");
        }
        return Ruling.cannotTell(
                Claim.C1, predicted, measured, figures + " By far would be %s.".formatted(Figures.times(BY_FAR)));
    }

    private static RatioEstimate ratio(List<Trial> trials, Fan one, Fan other) {
        return Paired.ratio(millis(trials, one.name()), millis(trials, other.name()));
    }

    private static Map<Double, Double> millis(List<Trial> trials, String name) {
        Map<Double, Double> millis = new HashMap<>();
        trials.stream()
                .filter(trial -> trial.contender().equals(name))
                .forEach(trial -> millis.put(trial.at(BLOCK), trial.count(MILLIS)));
        return millis;
    }

    private static Picture picture(List<Trial> trials) {
        return new Picture(
                "time",
                "How long does one request take that asks %d sellers?".formatted(SELLERS),
                "Request by request; the axis is logarithmic. A pool's size is in its name.",
                "block",
                "milliseconds",
                true,
                Figures.contenders(trials).stream()
                        .map(name -> Paired.line(name, millis(trials, name), Figures::duration))
                        .toList());
    }
}
