package org.concurrencylab.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concurrencylab.results.Results.Prediction;
import org.concurrencylab.results.Results.Workload;
import org.concurrencylab.simulations.Mix;

/**
 * A workload: what users ask for, how often, and how slow the sellers are meanwhile.
 *
 * @param mix what the users do
 * @param ratePerSecond offered requests per second (open model)
 * @param sellerDelayMillis delay of the sellers, in milliseconds
 * @param blocks repetitions; each block measures every contender once
 * @param twin whether each block measures one contender twice, to show the noise
 * @param turns whether all are loaded together in turns of a fraction of a second: for a load that every contender
 *     carries, with answers much shorter than a turn
 */
public record Load(Mix mix, int ratePerSecond, int sellerDelayMillis, int blocks, boolean twin, boolean turns) {

    private static final double MILLIS = 1_000;
    private static final String WORKER = "worker";

    /** Database work only; the sellers are not asked. */
    public static Load crud(int ratePerSecond, int blocks) {
        return new Load(Mix.CRUD, ratePerSecond, 0, blocks, false, false);
    }

    /** One database read and one call of the sellers per request. */
    public static Load external(int ratePerSecond, int sellerDelayMillis, int blocks) {
        return new Load(Mix.EXTERNAL, ratePerSecond, sellerDelayMillis, blocks, false, false);
    }

    /** The same with an A/A pair in each block. */
    public Load withTwin() {
        return new Load(mix, ratePerSecond, sellerDelayMillis, blocks, true, turns);
    }

    /** The same with all contenders in turns. */
    public Load inTurns() {
        return new Load(mix, ratePerSecond, sellerDelayMillis, blocks, twin, true);
    }

    /** The same at this rate, in requests per second, if it comes faster. */
    Load atMost(int perSecond) {
        return new Load(mix, Math.min(ratePerSecond, perSecond), sellerDelayMillis, blocks, twin, turns);
    }

    /** Slices of a block over so many contenders, repetitions excluded. */
    int slices(int contenders) {
        return contenders + (twin ? 1 : 0);
    }

    /**
     * The workload as results name it, with what can be predicted of these contenders.
     *
     * @param turnMillis length of a turn, in milliseconds
     */
    Workload describe(int turnMillis, List<Subject> subjects) {
        List<Prediction> predictions = subjects.stream()
                .flatMap(subject -> prediction(subject).stream())
                .toList();
        return new Workload(name(), title(), ratePerSecond, sellerDelayMillis, turns ? turnMillis : null, predictions);
    }

    /** Unique among the workloads of a run. */
    String name() {
        return mix.name().toLowerCase(Locale.ROOT) + "-" + ratePerSecond;
    }

    /** One sentence for people. */
    String title() {
        return switch (mix) {
            case CRUD -> "crud: 70 % reads by id, 10 % pages, 20 % writes";
            case EXTERNAL -> "external: one database read and one %d ms call".formatted(sellerDelayMillis);
            case READ -> "read: one book by its id";
            case FORECAST -> "forecast: some two milliseconds of CPU time";
            case WARMUP -> "warm-up: half crud, half external";
        };
    }

    /**
     * Little's law (Little 1961): at most so many requests are under way as there are workers, and each holds its
     * worker for at least as long as the seller takes; so no more than workers ÷ delay can be carried.
     */
    private Optional<Prediction> prediction(Subject subject) {
        if (mix != Mix.EXTERNAL
                || sellerDelayMillis == 0
                || !subject.runtime().thread().equals(WORKER)) {
            return Optional.empty();
        }
        int workers = subject.runtime().workers();
        double delaySeconds = sellerDelayMillis / MILLIS;
        return Optional.of(new Prediction(
                subject.name(),
                workers / delaySeconds,
                "%d %s ÷ %s s (Little's law)".formatted(workers, workers == 1 ? "worker" : "workers", delaySeconds)));
    }
}
