package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.OpenFiles;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/** What requests that wait cost in memory and threads, up to ten thousand at a time. */
final class MemoryInFlight implements Experiment {
    static final String LEVEL = "in flight";
    private static final String NAME = "memory";
    private static final int FEW = 1_000;
    /** As many as are asked for, if a process may have as many connections: one in and one out for each. */
    private static final int MOST = 10_000;

    private static final int MANY = (int) Math.min(MOST, (OpenFiles.limit().orElse(Long.MAX_VALUE) - 1_000) / 2);
    private static final int HEAP_MEBIBYTES = 512;
    /** By Little's law, rate × delay requests wait at a time. */
    private static final double FEW_DELAY_SECONDS = 1;

    private static final double MANY_DELAY_SECONDS = 16;
    private static final double RAMP_SECONDS = 1;
    private static final double MEASURED_SECONDS = 2;
    private static final double WARM_UP_SECONDS = 8;
    private static final double START_SECONDS = 2;
    private static final double TIMEOUT_SECONDS = 30;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    /** Enough for a thread each, and for a wait far longer than the delay. */
    private static final Map<String, String> PATIENT = Map.of(
            "lab.workers", "12000",
            "quarkus.rest-client.sellers.read-timeout", "30000",
            "lab.seller-timeout", "30s");

    /** Half more is clearly more; a tenth is what two processes of one kind may differ by. */
    private static final double CLEARLY = 1.5;

    private static final double ALIKE = 1.1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "How much memory and how many threads do %,d requests take that wait at the same time?".formatted(MOST);
    }

    @Override
    public String prediction() {
        return "A platform thread each, with 50 to 100 KB of stack in use, makes 0.5 to 1 GB more for %,d; virtual threads and an event loop keep a few KB on the heap for each."
                .formatted(MOST);
    }

    @Override
    public double seconds(int contenders) {
        return contenders
                * (START_SECONDS
                        + WARM_UP_SECONDS
                        + settle(FEW_DELAY_SECONDS)
                        + settle(MANY_DELAY_SECONDS)
                        + 2 * MEASURED_SECONDS
                        + FEW_DELAY_SECONDS
                        + MANY_DELAY_SECONDS);
    }

    /** Longer than the delay after the ramp, so that all wait who will. */
    private static double settle(double delaySeconds) {
        return 2 * RAMP_SECONDS + delaySeconds;
    }

    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        for (Service contender : bench.contenders()) {
            ContenderSpec spec = contender.spec().withSettings(NAME, PATIENT).withHeap(HEAP_MEBIBYTES);
            try (Service service = bench.start(spec, WARM_UP_SECONDS)) {
                trials.add(level(bench, service, contender.spec().name(), FEW, FEW_DELAY_SECONDS));
                trials.add(level(bench, service, contender.spec().name(), MANY, MANY_DELAY_SECONDS));
            }
        }
        return trials;
    }

    private static Trial level(Bench bench, Service service, String contender, int inFlight, double delaySeconds) {
        bench.sellers((int) Math.round(delaySeconds * 1_000));
        Slice slice =
                service.measure(Ask.open(Mix.EXTERNAL, inFlight / delaySeconds, settle(delaySeconds), MEASURED_SECONDS)
                        .ofLongRequests(RAMP_SECONDS, TIMEOUT_SECONDS));
        return new Trial(contender, Map.of(LEVEL, (double) inFlight), slice);
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String each = Figures.sentences(
                contenders,
                contender -> "%s held %,.0f in %s with %s threads, %s of it per 1,000; %d errors."
                        .formatted(
                                contender,
                                at(trials, contender, most(trials)).inFlight(),
                                mebibytes(resident(trials, contender, most(trials))),
                                count(at(trials, contender, most(trials))
                                        .usage()
                                        .serviceThreads()),
                                mebibytes(perThousand(trials, contender)),
                                trials.stream()
                                        .filter(trial -> trial.contender().equals(contender))
                                        .mapToLong(trial -> trial.slice().errors())
                                        .sum()));
        String fewer = most(trials) < MOST
                ? " Not %,d, because a process may have no more files open here, and each takes two connections."
                        .formatted(MOST)
                : "";
        return new Answer(
                each + fewer,
                List.of(ruling(trials, contenders)),
                List.of(InFlight.memory(trials), InFlight.threads(trials)));
    }

    private static Ruling ruling(List<Trial> trials, List<String> contenders) {
        String threads = ContenderSpec.THREADS.name();
        String reactive = ContenderSpec.REACTIVE.name();
        String predicted = "threads 50 to 100 MiB per 1,000 in flight, the loop less than 20";
        if (!contenders.contains(threads) || !contenders.contains(reactive)) {
            return Ruling.cannotTell(Claim.C7, predicted, "–", "It takes threads and reactive in the run.");
        }
        double many = most(trials);
        double ratio = resident(trials, threads, many) / resident(trials, reactive, many);
        String measured = "%s and %s per 1,000; at %,d in flight %s and %s: %s"
                .formatted(
                        mebibytes(perThousand(trials, threads)),
                        mebibytes(perThousand(trials, reactive)),
                        Math.round(many),
                        mebibytes(resident(trials, threads, many)),
                        mebibytes(resident(trials, reactive, many)),
                        Figures.times(ratio));
        long errors = trials.stream().mapToLong(trial -> trial.slice().errors()).sum();
        if (errors > 0) {
            return Ruling.cannotTell(
                    Claim.C7,
                    predicted,
                    measured,
                    "%,d requests failed, so not all held what they should.".formatted(errors));
        }
        if (ratio >= CLEARLY) {
            return Ruling.holds(
                    Claim.C7,
                    predicted,
                    measured,
                    "A waiting request holds a platform thread and its stack there, a few objects here."
                            + (contenders.contains(ContenderSpec.VIRTUAL.name())
                                    ? " Virtual threads took %s."
                                            .formatted(mebibytes(resident(trials, ContenderSpec.VIRTUAL.name(), many)))
                                    : ""));
        }
        return ratio <= ALIKE
                ? Ruling.doesNotHold(Claim.C7, predicted, measured, "Both took as much.")
                : Ruling.cannotTell(
                        Claim.C7,
                        predicted,
                        measured,
                        "One process each: less than %s is not clear.".formatted(Figures.times(CLEARLY)));
    }

    /** The level that was reached where this was measured. */
    private static double most(List<Trial> trials) {
        return trials.stream().mapToDouble(trial -> trial.at(LEVEL)).max().orElse(MOST);
    }

    private static double perThousand(List<Trial> trials, String contender) {
        return (resident(trials, contender, most(trials)) - resident(trials, contender, FEW))
                / ((most(trials) - FEW) / 1_000);
    }

    /** In MiB. */
    private static double resident(List<Trial> trials, String contender, double level) {
        Long bytes = at(trials, contender, level).usage().serviceRssBytes();
        return bytes == null ? Double.NaN : bytes / BYTES_PER_MEBIBYTE;
    }

    private static Slice at(List<Trial> trials, String contender, double level) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(LEVEL) == level)
                .map(Trial::slice)
                .findFirst()
                .orElseThrow();
    }

    private static String mebibytes(double mebibytes) {
        return String.format(Locale.ENGLISH, mebibytes < 10 ? "%.1f MiB" : "%,.0f MiB", mebibytes);
    }

    private static String count(Number number) {
        return number == null ? "–" : String.format(Locale.ENGLISH, "%,d", number.longValue());
    }
}
