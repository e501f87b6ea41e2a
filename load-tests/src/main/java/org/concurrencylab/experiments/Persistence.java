package org.concurrencylab.experiments;

import static org.concurrencylab.experiments.Paired.BLOCK;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.experiments.Bench.Services;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * What the mapper costs and what the concurrency model costs: each contender with Hibernate and with its plain driver.
 */
final class Persistence implements Experiment {
    private static final String DRIVER = "driver";
    private static final int BLOCKS = 6;
    private static final double RATE = 1_500;
    private static final double WARM_UP_SECONDS = 12;
    private static final double SETTLE_SECONDS = 0.35;
    private static final double MEASURED_SECONDS = 1.65;
    private static final long SEED = 20_261_120;

    @Override
    public String name() {
        return "persistence";
    }

    @Override
    public String question() {
        return "Is it the concurrency model that costs, or the object-relational mapper?";
    }

    @Override
    public String prediction() {
        return "Without Hibernate a request costs less CPU time in every contender, and that difference is larger than the one between the contenders.";
    }

    @Override
    public double seconds(int contenders) {
        return WARM_UP_SECONDS + contenders * (2.5 + 2 * BLOCKS * (SETTLE_SECONDS + MEASURED_SECONDS + 0.4));
    }

    @Override
    public List<ContenderSpec> guests(List<ContenderSpec> contenders) {
        contenders.stream()
                .map(ContenderSpec::name)
                .filter(name -> name.endsWith("-" + DRIVER))
                .findFirst()
                .ifPresent(name -> {
                    throw new LabFailure("The experiment persistence starts the drivers itself: name "
                            + name.substring(0, name.length() - DRIVER.length() - 1) + " instead of " + name + ".");
                });
        return contenders.stream().map(ContenderSpec::withDriver).toList();
    }

    @Override
    public List<Trial> measure(Bench bench) {
        bench.sellers(0);
        List<Service> all = new ArrayList<>(bench.contenders());
        List<Trial> trials = new ArrayList<>();
        List<ContenderSpec> specs = bench.contenders().stream()
                .map(contender -> contender.spec().withDriver())
                .toList();
        try (Services drivers = bench.start(specs, WARM_UP_SECONDS)) {
            all.addAll(drivers.all());
            Random random = new Random(SEED);
            for (int block = 0; block < BLOCKS; block++) {
                bench.resetDatabase();
                if (block > 0) {
                    Collections.shuffle(all, random);
                }
                for (Service service : all) {
                    trials.add(trial(service, drivers.all().contains(service), block));
                }
            }
        }
        return trials;
    }

    private static Trial trial(Service service, boolean driver, int block) {
        String contender = service.spec().name();
        if (driver) {
            contender = contender.substring(0, contender.length() - ("-" + DRIVER).length());
        }
        return new Trial(
                contender,
                Map.of(DRIVER, driver ? 1.0 : 0.0, BLOCK, (double) block),
                Paired.undisturbed(service, Ask.open(Mix.CRUD, RATE, SETTLE_SECONDS, MEASURED_SECONDS)));
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<String> contenders = Figures.contenders(trials);
        if (contenders.isEmpty()) {
            return Answer.cannotTell(name(), "nothing was measured");
        }
        String mapper = Figures.sentences(
                contenders,
                contender -> "Hibernate costs %s %s the CPU time of its driver."
                        .formatted(contender, Figures.ratio(ratio(trials, contender, 0, contender, 1))));
        String reference = contenders.getFirst();
        String models = Figures.sentences(
                contenders.subList(1, contenders.size()),
                contender -> "Against %s, %s costs %s with the driver and %s with Hibernate."
                        .formatted(
                                reference,
                                contender,
                                Figures.ratio(ratio(trials, contender, 1, reference, 1)),
                                Figures.ratio(ratio(trials, contender, 0, reference, 0))));
        Ruling ruling = MapperRuling.of(contenders, (contender, driver) -> costs(trials, contender, driver));
        return new Answer(
                (mapper + " " + models + " " + ruling.because()).replace("  ", " "),
                List.of(ruling),
                List.of(picture(trials, contenders)));
    }

    private static RatioEstimate ratio(
            List<Trial> trials, String contender, double driver, String reference, double referenceDriver) {
        return Paired.ratio(costs(trials, contender, driver), costs(trials, reference, referenceDriver));
    }

    /** CPU time per request by block. Disturbed measurements are left out, and with them their pairs. */
    private static Map<Double, Double> costs(List<Trial> trials, String contender, double driver) {
        return Paired.byBlock(
                trials,
                trial -> trial.contender().equals(contender) && trial.at(DRIVER) == driver,
                Slice::valid,
                Figures::cpuMillisPerRequest);
    }

    private static Picture picture(List<Trial> trials, List<String> contenders) {
        List<Line> lines = new ArrayList<>();
        for (String contender : contenders) {
            for (int driver : new int[] {0, 1}) {
                lines.add(Paired.line(
                        contender + (driver == 1 ? ", driver" : ", Hibernate"),
                        costs(trials, contender, driver),
                        "%.3f ms"::formatted));
            }
        }
        return new Picture(
                "cpu",
                "What does one request cost, with and without the mapper?",
                "CPU time of the service per request, block by block; the JIT's is left out.",
                "block",
                "milliseconds of CPU time per request",
                false,
                lines);
    }
}
