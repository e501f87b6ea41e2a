package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Results.WarmUpStep;

/** One round: warms contenders up, and measures them in interleaved slices. */
final class Comparison {

    private final Plan plan;
    private final int round;
    private final long seed;
    private final Surroundings surroundings;
    private final GeneratorProcess generator;
    private final Progress progress;
    private final List<Subject> subjects;
    private final Meters meters;
    private final List<WarmUpStep> warmUpSteps = new ArrayList<>();
    private final List<String> unsteady = new ArrayList<>();

    Comparison(
            Plan plan,
            int round,
            long seed,
            List<Subject> subjects,
            Surroundings surroundings,
            Meters meters,
            GeneratorProcess generator,
            Progress progress) {
        this.plan = plan;
        this.round = round;
        this.seed = seed;
        this.subjects = List.copyOf(subjects);
        this.surroundings = surroundings;
        this.meters = meters;
        this.generator = generator;
        this.progress = progress;
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Those whose process still runs. */
    List<Subject> alive() {
        return subjects.stream().filter(Subject::isAlive).toList();
    }

    /**
     * Brings the contenders to speed side by side, on all CPUs and with every kind of request, so that the JIT has
     * compiled for the mix before anything is measured.
     *
     * @return what all of them together have carried at most, in requests per second
     * @throws LabFailure when a process ends meanwhile
     */
    double warmUp() {
        surroundings.sellers(SellerBehaviour.PROMPT);
        progress.begin(
                "warm-up" + (round == 0 ? "" : ", round " + (round + 1)),
                plan.warmUp().mostSeconds());
        WarmUp warmUp = new WarmUp(plan.warmUp(), subjects);
        AtomicBoolean freshData = new AtomicBoolean(surroundings.resetData());
        warmUpSteps.addAll(warmUp.run(
                rate -> warmUpStep(rate, freshData.getAndSet(false)),
                one -> Optional.ofNullable(meters.requestCpuMillis(one)).orElse(Double.NaN)));
        unsteady.addAll(warmUp.unsteady());
        return warmUp.carriedPerSecond();
    }

    private SliceOutcome warmUpStep(double rate, boolean freshData) {
        progress.tell(new LiveEvent.SliceBegan(LiveEvent.Target.warmUp(rate / subjects.size(), WarmUp.STEP_SECONDS)));
        SliceOutcome outcome = generator.run(WarmUp.step(subjects, rate, freshData, seed), new Watching());
        surroundings.trouble().ifPresent(trouble -> {
            throw trouble;
        });
        return outcome;
    }

    /**
     * Measures everything of a plan once.
     *
     * @param fitted the plan, with rates that suit the machine
     * @param before how many slices the run has measured in earlier rounds
     */
    Round measure(Plan fitted, Sessions sessions, int before) {
        SliceMeasurement measurement = new SliceMeasurement(generator, meters, sessions, progress);
        TurnsMeasurement inTurns = new TurnsMeasurement(generator, meters, sessions, progress);
        Blocks blocks = new Blocks(fitted, round, before, seed, surroundings, subjects, measurement, inTurns, progress);
        List<Slice> slices = fitted.loads().isEmpty() ? List.of() : blocks.measure();
        return new Round(slices, List.copyOf(warmUpSteps), blocks.missing(), List.copyOf(unsteady));
    }

    /**
     * What one round gave.
     *
     * @param unsteady names of the contenders that had not come to rest
     */
    record Round(List<Slice> slices, List<WarmUpStep> warmUp, List<String> missing, List<String> unsteady) {}

    private final class Watching implements SliceListener {
        @Override
        public void progress(SliceEvent.Progress event) {
            progress.sample(event);
        }
    }
}
