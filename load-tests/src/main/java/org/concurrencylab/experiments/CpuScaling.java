package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.results.Trial;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * How many forecasts a service computes in a second, with its share of the CPUs and with all. Nothing of a forecast is
 * serial, so Amdahl's law (G. M. Amdahl, 1967) allows as many times more as there are more CPUs.
 */
final class CpuScaling {
    /** Short ones, so that a second holds many and tells small differences. */
    private static final String FORECAST = "/books/1/forecast?paths=5000";

    private static final String FORECASTS = "forecasts";
    private static final String CPUS = "cpus";
    private static final int USERS_PER_CPU = 4;
    private static final int SECONDS = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** For the JIT. */
    private static final int UNCOUNTED_SECONDS = 1;

    private CpuScaling() {}

    /** What {@link #measure} takes, in seconds. */
    static double seconds() {
        return UNCOUNTED_SECONDS + SECONDS;
    }

    /**
     * Counts what it answers, second by second.
     *
     * @param contender as whose the trials count
     */
    static List<Trial> measure(Service service, String contender) {
        List<Trial> trials = new ArrayList<>();
        try (Companions computing =
                Companions.begin(service.url(), FORECAST, USERS_PER_CPU * service.cpus(), Duration.ZERO)) {
            Thread.sleep(SECOND.multipliedBy(UNCOUNTED_SECONDS));
            for (int second = 0; second < SECONDS; second++) {
                trials.add(Trial.counted(
                        contender,
                        Map.of(CPUS, (double) service.cpus(), BLOCK, (double) second),
                        Map.of(FORECASTS, nextSecond(computing))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return trials;
    }

    private static double nextSecond(Companions computing) throws InterruptedException {
        long before = computing.answered();
        long begin = System.nanoTime();
        Thread.sleep(SECOND);
        double seconds = (double) (System.nanoTime() - begin) / SECOND.toNanos();
        return (computing.answered() - before) / seconds;
    }

    /** With the contender's share of the CPUs; NaN when it was not counted. */
    static double forecastsPerSecond(List<Trial> trials, String contender) {
        return Paired.median(perSecond(trials, contender, share(trials)));
    }

    /** How many times more each contender computes on all CPUs than on its share; empty when nothing was counted. */
    static String words(List<Trial> trials, List<String> contenders) {
        double all = all(trials);
        double share = share(trials);
        if (Double.isNaN(share) || all <= share) {
            return "";
        }
        String each = contenders.stream()
                .map(contender -> contender + " " + Figures.ratio(scaling(trials, contender)))
                .collect(Collectors.joining(", "));
        return " On %s instead of %.0f, forecasts a second: %s; nothing in a forecast is serial, so %s was predicted for CPUs that are cores of their own."
                .formatted(cpus(all), share, each, Figures.times(all / share));
    }

    private static RatioEstimate scaling(List<Trial> trials, String contender) {
        return Paired.ratio(perSecond(trials, contender, all(trials)), perSecond(trials, contender, share(trials)));
    }

    /** Forecasts over CPUs; none when nothing was counted. */
    static List<Picture> pictures(List<Trial> trials, List<String> contenders) {
        return Double.isNaN(share(trials)) ? List.of() : List.of(picture(trials, contenders));
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        double share = share(trials);
        List<Line> lines = new ArrayList<>();
        contenders.forEach(contender ->
                lines.add(line(contender, trials, cpus -> Paired.median(perSecond(trials, contender, cpus)))));
        double one = forecastsPerSecond(trials, contenders.getFirst());
        lines.add(line("predicted", trials, cpus -> one * cpus / share));
        return new Picture(
                "scaling",
                "Does computing scale with the CPUs?",
                "Short forecasts that %d users for each CPU get without a pause, median of %d seconds; \"predicted\" is %s times the CPUs."
                        .formatted(USERS_PER_CPU, SECONDS, contenders.getFirst()),
                "CPUs of the service",
                "forecasts per second",
                false,
                lines);
    }

    private static Line line(String name, List<Trial> trials, ToDoubleFunction<Double> forecasts) {
        return new Line(
                name,
                List.of(share(trials), all(trials)).stream()
                        .distinct()
                        .map(cpus -> new Point(
                                cpus,
                                forecasts.applyAsDouble(cpus),
                                cpus(cpus) + ": " + Figures.rate(forecasts.applyAsDouble(cpus))))
                        .toList());
    }

    private static String cpus(double count) {
        return count == 1 ? "1 CPU" : "%.0f CPUs".formatted(count);
    }

    private static Map<Double, Double> perSecond(List<Trial> trials, String contender, double cpus) {
        Map<Double, Double> perSecond = new HashMap<>();
        trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(CPUS) == cpus)
                .forEach(trial -> perSecond.put(trial.at(BLOCK), trial.count(FORECASTS)));
        return perSecond;
    }

    private static double share(List<Trial> trials) {
        return trials.stream()
                .mapToDouble(trial -> trial.at(CPUS))
                .filter(cpus -> cpus > 0)
                .min()
                .orElse(Double.NaN);
    }

    private static double all(List<Trial> trials) {
        return trials.stream().mapToDouble(trial -> trial.at(CPUS)).max().orElse(Double.NaN);
    }
}
