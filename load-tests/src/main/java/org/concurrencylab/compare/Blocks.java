package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Slice;

/**
 * The measured part of a run: block after block, in each of them every workload, under each of them every entrant. A
 * slice that was disturbed is measured again at once, close to those it is held against.
 */
final class Blocks {

    private final Plan plan;
    private final int round;
    private final int firstPosition;
    private final long seed;
    private final LabStack stack;
    private final SliceMeasurement measurement;
    private final Progress progress;
    private final List<Entrant> entrants;
    private final Schedule schedule;
    private final List<Slice> slices = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Subject> gone = new ArrayList<>();
    private double repeatSeconds;
    private boolean freshData;
    private LabFailure end;

    /**
     * @param round start of the services, from 0
     * @param firstPosition slices that the run has measured before
     */
    Blocks(
            Plan plan,
            int round,
            int firstPosition,
            long seed,
            LabStack stack,
            List<Subject> subjects,
            SliceMeasurement measurement,
            Progress progress) {
        this.plan = plan;
        this.round = round;
        this.firstPosition = firstPosition;
        this.seed = seed + round;
        this.stack = stack;
        this.measurement = measurement;
        this.progress = progress;
        this.entrants = Entrant.of(subjects);
        this.schedule = new Schedule(entrants.size(), this.seed);
    }

    /**
     * Measures until the plan is through, or nothing is left that could be measured.
     *
     * @throws LabFailure when not a single slice could be measured
     */
    List<Slice> measure() {
        for (int block = 0; block < plan.blocks() && end == null; block++) {
            stack.database().reset();
            freshData = true;
            for (int workload = 0; workload < plan.loads().size() && end == null; workload++) {
                if (block < plan.loads().get(workload).blocks()) {
                    measure(workload, block);
                }
            }
        }
        if (slices.isEmpty() && end != null) {
            throw end;
        }
        return List.copyOf(slices);
    }

    /** What was to be measured and could not be, for people; empty when everything was. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private void measure(int workload, int block) {
        Load load = plan.loads().get(workload);
        stack.sellers().behave(SellerBehaviour.delayedBy(load.sellerDelayMillis()));
        for (int number : schedule.order(workload, block)) {
            Entrant entrant = entrants.get(number);
            if (end == null && !gone.contains(entrant.subject()) && (load.twin() || !entrant.twin())) {
                measure(load, entrant, block);
            }
        }
    }

    private void measure(Load load, Entrant entrant, int block) {
        progress.begin(
                "%sblock %d/%d · %s · %s".formatted(inRound(), block + 1, plan.blocks(), entrant.label(), load.name()),
                plan.slice().seconds());
        Slice slice = slice(load, entrant, block);
        for (int again = 0; again < plan.repeats() && worthAnother(slice); again++) {
            repeatSeconds += plan.slice().seconds();
            slices.add(slice.asSuperseded());
            progress.begin(
                    "%sblock %d/%d · %s · %s, repeated: %s"
                            .formatted(
                                    inRound(),
                                    block + 1,
                                    plan.blocks(),
                                    entrant.label(),
                                    load.name(),
                                    slice.findings().getFirst().kind().words()),
                    plan.slice().seconds());
            slice = slice(load, entrant, block);
        }
        if (slice != null) {
            slices.add(slice);
        }
    }

    private String inRound() {
        return plan.rounds() == 1 ? "" : "round %d/%d · ".formatted(round + 1, plan.rounds());
    }

    private boolean worthAnother(Slice slice) {
        return slice != null
                && !slice.valid()
                && repeatSeconds + plan.slice().seconds() <= plan.repeatSeconds()
                && slice.findings().stream()
                        .map(Finding::kind)
                        .allMatch(kind -> kind.passing() || !kind.disqualifies());
    }

    /** Null when a process ended meanwhile: what a dead contender "carries" is no measurement. */
    private Slice slice(Load load, Entrant entrant, int block) {
        int position = firstPosition + slices.size();
        progress.tell(new LiveEvent.SliceBegan(target(load, entrant, block)));
        Slice slice = measurement.measure(
                load,
                plan.slice(),
                entrant,
                new SliceMeasurement.Place(round, block, position, freshData, seed + position));
        freshData = false;
        if (noticeTrouble(load, block)) {
            return null;
        }
        progress.tell(new LiveEvent.SliceEnded(slice));
        return slice;
    }

    private LiveEvent.Target target(Load load, Entrant entrant, int block) {
        return new LiveEvent.Target(
                load.name(),
                load.title(),
                load.ratePerSecond(),
                entrant.subject().name(),
                entrant.twin(),
                block + 1,
                plan.blocks(),
                plan.slice().rampSeconds(),
                plan.slice().seconds());
    }

    private boolean noticeTrouble(Load load, int block) {
        List<Subject> ended = entrants.stream()
                .map(Entrant::subject)
                .distinct()
                .filter(subject -> !gone.contains(subject))
                .filter(subject -> !subject.process().process().isAlive())
                .toList();
        if (ended.isEmpty() && (gone.isEmpty() ? stack.trouble() : stack.supportTrouble()).isEmpty()) {
            return false;
        }
        LabFailure trouble = stack.trouble().orElseThrow();
        gone.addAll(ended);
        String since = "%sblock %d of %s".formatted(inRound(), block + 1, load.name());
        missing.add("%s Everything of %s since %s is missing."
                .formatted(
                        trouble.getMessage(),
                        ended.isEmpty()
                                ? "all contenders"
                                : String.join(
                                        ", ", ended.stream().map(Subject::name).toList()),
                        since));
        if (stack.supportTrouble().isPresent() || gone.size() == entrants.size() - 1) {
            end = trouble;
        }
        return true;
    }
}
