package org.concurrencylab.experiments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concurrencylab.simulations.Mix;

/** The one place where experiments are registered. */
public final class Experiments {

    /** What needs no load first; then what is loaded warm, before the one that starts all anew. */
    private static final List<Experiment> TOGETHER = List.of(
            new Code(),
            new StackTraces(),
            new External(),
            new Crud(),
            new Persistence(),
            new Curve("curve-crud", Mix.CRUD, 0, 64, 100),
            new Curve("curve-external", Mix.EXTERNAL, 200, 1_000, 300),
            new CoordinatedOmission(),
            new LostUpdates(),
            new FanOut(),
            new BlockedLoop(),
            new CpuBound(),
            new Failure(),
            new MemoryInFlight(),
            new Pool());

    private static final List<Experiment> APART = List.of(Overload.ofConnections(), Overload.ofCpu());

    private Experiments() {}

    /** All of them, in the order in which they are made. */
    public static List<Experiment> all() {
        return Stream.of(TOGETHER, APART).flatMap(List::stream).toList();
    }

    /** Those that make up the course's claims and the curves; the others only when they are named. */
    public static List<Experiment> together() {
        return TOGETHER;
    }

    /** The one of this name. */
    public static Optional<Experiment> named(String name) {
        return all().stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst();
    }
}
