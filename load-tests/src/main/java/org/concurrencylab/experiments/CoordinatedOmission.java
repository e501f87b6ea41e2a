package org.concurrencylab.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;
import org.concurrencylab.simulations.Mix;

/**
 * A lesson in load generation: the same stall of the same service, seen by an open and by a closed model.
 *
 * @see <a href="https://www.infoq.com/presentations/latency-response-time/">G. Tene, "How NOT to Measure Latency"</a>
 */
final class CoordinatedOmission implements Experiment {
    private static final String USERS = "users";
    private static final String STALL = "stall seconds";
    private static final int CLOSED_USERS = 8;
    private static final double RATE = 300;
    private static final double SETTLE_SECONDS = 1;
    private static final double MEASURED_SECONDS = 6;
    private static final Duration AFTER = Duration.ofSeconds(2);
    private static final Duration LENGTH = Duration.ofSeconds(1);
    /** Of the requests of an open model that many percent start during the stall; the 99th of them waits so long. */
    private static final double PREDICTED_MILLIS = 1_000 * (1 - 0.01 * MEASURED_SECONDS);

    @Override
    public String name() {
        return "coordinated-omission";
    }

    @Override
    public String question() {
        return "A service stands still for one second. Which load generator notices?";
    }

    @Override
    public String prediction() {
        return "Of requests at a fixed rate one sixth start during the stall of a six-second slice, so p99 is about %s. Of %d users who each wait for their answer only %d requests meet it, so p99 stays as it was."
                .formatted(Figures.duration(PREDICTED_MILLIS), CLOSED_USERS, CLOSED_USERS);
    }

    @Override
    public double seconds(int contenders) {
        return 4 * (SETTLE_SECONDS + MEASURED_SECONDS + 0.5);
    }

    @Override
    public List<Trial> measure(Bench bench) {
        bench.sellers(0);
        Service service = bench.contenders().getFirst();
        Ask open = Ask.open(Mix.READ, RATE, SETTLE_SECONDS, MEASURED_SECONDS);
        Ask closed = Ask.closed(Mix.READ, CLOSED_USERS, SETTLE_SECONDS, MEASURED_SECONDS);
        List<Trial> trials = new ArrayList<>();
        for (Ask ask : List.of(open, closed)) {
            trials.add(trial(service, ask, 0, service.measure(ask)));
            trials.add(trial(service, ask, LENGTH.toSeconds(), service.measureWithStall(ask, AFTER, LENGTH)));
        }
        return trials;
    }

    private static Trial trial(Service service, Ask ask, double stall, Slice slice) {
        return new Trial(service.spec().name(), Map.of(USERS, (double) ask.users(), STALL, stall), slice);
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<Slice> slices = new ArrayList<>();
        for (boolean closed : List.of(false, true)) {
            for (boolean stalled : List.of(false, true)) {
                find(trials, trial -> trial.at(USERS) > 0 == closed && trial.at(STALL) > 0 == stalled)
                        .ifPresent(slices::add);
            }
        }
        if (slices.size() < 4) {
            return Answer.cannotTell("a measurement is missing");
        }
        double open = Figures.millis(slices.get(1), 99);
        double closed = Figures.millis(slices.get(3), 99);
        String seen =
                "Undisturbed, the open model's p99 was %s and the closed one's %s. With the stall the open model's p99 was %s (predicted %s), the closed one's %s although its slowest request took %s."
                        .formatted(
                                Figures.duration(Figures.millis(slices.get(0), 99)),
                                Figures.duration(Figures.millis(slices.get(2), 99)),
                                Figures.duration(open),
                                Figures.duration(PREDICTED_MILLIS),
                                Figures.duration(closed),
                                Figures.duration(Figures.millis(slices.get(3), 100)));
        return new Answer(seen + " " + lesson(open, closed), List.of());
    }

    private static String lesson(double open, double closed) {
        boolean openSees = open > PREDICTED_MILLIS / 2;
        boolean closedSees = closed > PREDICTED_MILLIS / 2;
        if (openSees && !closedSees) {
            return "The closed model stopped asking while nobody answered, and so left out the requests that would have"
                    + " waited: coordinated omission. That is why every comparison here offers a rate.";
        }
        return openSees ? "Here both saw it." : "The stall did not show, so nothing follows.";
    }

    private static java.util.Optional<Slice> find(List<Trial> trials, Predicate<Trial> wanted) {
        return trials.stream().filter(wanted).map(Trial::slice).findFirst();
    }
}
