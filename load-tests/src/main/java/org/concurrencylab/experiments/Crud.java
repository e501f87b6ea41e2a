package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * What concurrency costs: context switches and CPU time per request at a rate that all carry, and whether that pays: at
 * a rate so low that requests never meet, and under a burst of requests that wait, both against one thread.
 */
final class Crud implements Experiment {
    static final String NAME = "crud";
    static final int BURST_USERS = 64;
    static final double RATE = 1_500;
    static final double LOW_RATE = 100;

    private static final String LOAD = "load";
    private static final int BLOCKS = 6;
    private static final int LOW_BLOCKS = 5;
    private static final int BURST_BLOCKS = 3;
    private static final int BURST_DELAY_MILLIS = 20;
    /** After 6 s, in one run, sync took more CPU time than threads, which run the same code: perhaps it was cold. */
    private static final double WARM_UP_SECONDS = 12;

    private static final double SETTLE_SECONDS = 0.3;
    private static final double MEASURED_SECONDS = 1.7;
    private static final double BURST_SECONDS = 0.7;
    private static final double GAP_SECONDS = 0.15;

    /** What everybody is asked for in a block; its place among these is its place on the axis. */
    private enum Load {
        USUAL,
        LOW,
        BURST
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "What do context switches cost, and from which load on does concurrency pay?";
    }

    @Override
    public String prediction() {
        return "At %s a request costs worker threads more context switches than an event loop, and so more CPU time. At %s one thread is as fast as many and the cheapest; under %d users whose requests wait %d ms it carries %s and the others up to %s (Little's law)."
                .formatted(
                        Figures.rate(RATE),
                        Figures.rate(LOW_RATE),
                        BURST_USERS,
                        BURST_DELAY_MILLIS,
                        Figures.rate(1_000.0 / BURST_DELAY_MILLIS),
                        Figures.rate(1_000.0 * BURST_USERS / BURST_DELAY_MILLIS));
    }

    @Override
    public double seconds(int contenders) {
        double usual = contenders * BLOCKS * (SETTLE_SECONDS + MEASURED_SECONDS + GAP_SECONDS);
        double low = (contenders + 1) * LOW_BLOCKS * (SETTLE_SECONDS + MEASURED_SECONDS + GAP_SECONDS);
        double burst = (contenders + 1) * BURST_BLOCKS * (SETTLE_SECONDS + BURST_SECONDS + GAP_SECONDS)
                + BURST_BLOCKS * BURST_USERS * BURST_DELAY_MILLIS / 1_000.0;
        return 3 + WARM_UP_SECONDS + usual + low + burst;
    }

    @Override
    public List<ContenderSpec> guests(List<ContenderSpec> contenders) {
        return contenders.contains(ContenderSpec.SYNC) ? List.of() : List.of(ContenderSpec.SYNC);
    }

    @Override
    public List<Trial> measure(Bench bench) {
        return Guest.with(bench, ContenderSpec.SYNC, WARM_UP_SECONDS, all -> {
            List<Trial> trials = new ArrayList<>();
            bench.sellers(0);
            for (int block = 0; block < BLOCKS; block++) {
                bench.resetDatabase();
                block(trials, concurrent(all), Load.USUAL, block);
                if (block < LOW_BLOCKS) {
                    block(trials, all, Load.LOW, block);
                }
            }
            bench.sellers(BURST_DELAY_MILLIS);
            for (int block = 0; block < BURST_BLOCKS; block++) {
                block(trials, all, Load.BURST, block);
            }
            return trials;
        });
    }

    /** One thread may not carry the usual rate. */
    private static List<Service> concurrent(List<Service> all) {
        return all.stream()
                .filter(service -> !service.spec().name().equals(ContenderSpec.SYNC.name()))
                .toList();
    }

    private static void block(List<Trial> trials, List<Service> services, Load load, int block) {
        for (Service service : Paired.order(services, block)) {
            trials.add(new Trial(
                    service.spec().name(),
                    Map.of(LOAD, (double) load.ordinal(), BLOCK, (double) block),
                    Paired.undisturbed(service, ask(load))));
        }
    }

    private static Ask ask(Load load) {
        return switch (load) {
            case USUAL -> Ask.open(Mix.CRUD, RATE, SETTLE_SECONDS, MEASURED_SECONDS);
            case LOW -> Ask.open(Mix.CRUD, LOW_RATE, SETTLE_SECONDS, MEASURED_SECONDS);
            case BURST -> Ask.closed(Mix.EXTERNAL, BURST_USERS, SETTLE_SECONDS, BURST_SECONDS);
        };
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(NAME, "nothing was measured");
        }
        String usual = Figures.sentences(
                contenders,
                contender -> !measured(trials, contender, Load.USUAL)
                        ? ""
                        : "%s: %.2f switches and %.3f ms of CPU time."
                                .formatted(
                                        contender,
                                        median(trials, contender, Load.USUAL, Figures::switchesPerRequest),
                                        median(trials, contender, Load.USUAL, Figures::cpuMillisPerRequest)));
        String low = Figures.sentences(
                contenders,
                contender -> "%s: p50 %s and %.3f ms."
                        .formatted(
                                contender,
                                Figures.duration(median(trials, contender, Load.LOW, Crud::p50)),
                                median(trials, contender, Load.LOW, Figures::cpuMillisPerRequest)));
        String burst = Figures.sentences(
                contenders,
                contender -> "%s: %s."
                        .formatted(
                                contender,
                                Figures.rate(median(trials, contender, Load.BURST, Slice::carriedPerSecond))));
        return new Answer(
                "A request at %s: %s At %s: %s Carried for %d users whose requests wait: %s"
                        .formatted(Figures.rate(RATE), usual, Figures.rate(LOW_RATE), low, BURST_USERS, burst),
                List.of(switches(trials), overhead(trials, contenders)),
                List.of(
                        switchesPicture(trials, contenders),
                        cost(trials, contenders, Load.USUAL, "cpu", RATE),
                        cost(trials, contenders, Load.LOW, "low", LOW_RATE)));
    }

    private static Ruling switches(List<Trial> trials) {
        String threads = ContenderSpec.THREADS.name();
        String reactive = ContenderSpec.REACTIVE.name();
        return CrudRulings.switches(
                Paired.ratio(
                        figures(trials, threads, Load.USUAL, Figures::switchesPerRequest),
                        figures(trials, reactive, Load.USUAL, Figures::switchesPerRequest)),
                Paired.ratio(
                        figures(trials, threads, Load.USUAL, Figures::cpuMillisPerRequest),
                        figures(trials, reactive, Load.USUAL, Figures::cpuMillisPerRequest)));
    }

    private static Ruling overhead(List<Trial> trials, List<String> contenders) {
        String sync = ContenderSpec.SYNC.name();
        return CrudRulings.overhead(contenders.stream()
                .filter(contender -> !contender.equals(sync))
                .map(contender -> new CrudRulings.AgainstSync(
                        contender,
                        Paired.ratio(
                                figures(trials, contender, Load.LOW, Crud::p50),
                                figures(trials, sync, Load.LOW, Crud::p50)),
                        Paired.ratio(
                                figures(trials, contender, Load.LOW, Figures::cpuMillisPerRequest),
                                figures(trials, sync, Load.LOW, Figures::cpuMillisPerRequest)),
                        Paired.ratio(
                                figures(trials, contender, Load.BURST, Slice::carriedPerSecond),
                                figures(trials, sync, Load.BURST, Slice::carriedPerSecond))))
                .toList());
    }

    private static double p50(Slice slice) {
        return Figures.millis(slice, 50);
    }

    private static double median(List<Trial> trials, String contender, Load load, ToDoubleFunction<Slice> figure) {
        return Paired.median(figures(trials, contender, load, figure));
    }

    /** Under the burst one thread and many differ by a factor, so only the load has to be as it was asked for. */
    private static Map<Double, Double> figures(
            List<Trial> trials, String contender, Load load, ToDoubleFunction<Slice> figure) {
        return Paired.byBlock(
                trials,
                trial -> trial.contender().equals(contender) && trial.at(LOAD) == load.ordinal(),
                load == Load.BURST ? Paired::loadedAsAsked : Slice::valid,
                figure);
    }

    private static boolean measured(List<Trial> trials, String contender, Load load) {
        return trials.stream()
                .anyMatch(trial -> trial.contender().equals(contender) && trial.at(LOAD) == load.ordinal());
    }

    private static Picture switchesPicture(List<Trial> trials, List<String> contenders) {
        return new Picture(
                "switches",
                "How often does a thread give way to another?",
                "Block by block, at %s; what was disturbed is left out.".formatted(Figures.rate(RATE)),
                "block",
                "context switches per request",
                false,
                lines(trials, contenders, Load.USUAL, Figures::switchesPerRequest));
    }

    private static Picture cost(List<Trial> trials, List<String> contenders, Load load, String key, double rate) {
        return new Picture(
                key,
                "What does a request cost at %s?".formatted(Figures.rate(rate)),
                "CPU time of the service, its JIT's left out, block by block; what was disturbed is left out.",
                "block",
                "milliseconds of CPU time per request",
                false,
                lines(trials, contenders, load, Figures::cpuMillisPerRequest));
    }

    private static List<Line> lines(
            List<Trial> trials, List<String> contenders, Load load, ToDoubleFunction<Slice> figure) {
        return contenders.stream()
                .filter(contender -> measured(trials, contender, load))
                .map(contender -> Paired.line(contender, figures(trials, contender, load, figure), "%.3f"::formatted))
                .toList();
    }
}
