package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.live.LiveEvent;
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
    private final Surroundings surroundings;
    private final SliceMeasurement measurement;
    private final TurnsMeasurement inTurns;
    private final Progress progress;
    private final List<Subject> subjects;
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
            Surroundings surroundings,
            List<Subject> subjects,
            SliceMeasurement measurement,
            TurnsMeasurement inTurns,
            Progress progress) {
        this.plan = plan;
        this.round = round;
        this.firstPosition = firstPosition;
        this.seed = seed + round;
        this.surroundings = surroundings;
        this.measurement = measurement;
        this.inTurns = inTurns;
        this.progress = progress;
        this.subjects = List.copyOf(subjects);
        this.schedule = new Schedule(subjects.size() + 1, this.seed);
    }

    /**
     * Measures until the plan is through, or nothing is left that could be measured.
     *
     * @throws LabFailure when not a single slice could be measured
     */
    List<Slice> measure() {
        for (int go = 0; go < plan.goes() && end == null; go++) {
            freshData = surroundings.resetData();
            for (int workload = 0; workload < plan.loads().size() && end == null; workload++) {
                measureWhenDue(workload, go);
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

    /** Workloads that come less often than others are spread over the run. */
    private void measureWhenDue(int workload, int go) {
        int times = plan.goes(plan.loads().get(workload));
        int done = go * times / plan.goes();
        if ((go + 1) * times / plan.goes() > done) {
            measure(workload, done);
        }
    }

    private void measure(int workload, int go) {
        Load load = plan.loads().get(workload);
        surroundings.sellers(SellerBehaviour.delayedBy(load.sellerDelayMillis()));
        List<Integer> order = schedule.order(workload, go);
        if (load.turns()) {
            int first = go * plan.turns().blocks();
            measure(
                    load,
                    IntStream.range(first, first + plan.turns().blocks())
                            .mapToObj(block -> present(load, order, block))
                            .toList(),
                    go);
        } else {
            present(load, order, go).forEach(entrant -> measure(load, List.of(List.of(entrant)), go));
        }
    }

    private List<Entrant> present(Load load, List<Integer> order, int block) {
        List<Subject> alive =
                subjects.stream().filter(subject -> !gone.contains(subject)).toList();
        List<Entrant> entrants = Entrant.of(alive, block);
        return order.stream()
                .filter(number -> number < entrants.size())
                .map(entrants::get)
                .filter(entrant -> load.twin() || !entrant.twin())
                .toList();
    }

    /** Those who are measured together, block by block: one in one block, or all that take turns. */
    private void measure(Load load, List<List<Entrant>> together, int block) {
        List<Entrant> first = together.getFirst();
        if (end != null || gone.contains(first.getFirst().subject())) {
            return;
        }
        String step = load.turns()
                ? "%sblocks %d–%d/%d · %s"
                        .formatted(
                                inRound(),
                                firstBlock(load, block),
                                firstBlock(load, block + 1) - 1,
                                load.blocks(),
                                load.name())
                : "%sblock %d/%d · %s · %s"
                        .formatted(
                                inRound(),
                                block + 1,
                                load.blocks(),
                                first.getFirst().label(),
                                load.name());
        double seconds = seconds(load, first.size());
        progress.begin(step, seconds);
        List<Slice> measured = slices(load, together, block);
        for (int again = 0; again < plan.repeats() && worthAnother(measured, seconds); again++) {
            repeatSeconds += seconds;
            measured.stream().map(Slice::asSuperseded).forEach(slices::add);
            progress.begin(step + ", repeated: " + Disturbed.why(measured), seconds);
            measured = slices(load, together, block);
        }
        slices.addAll(measured);
    }

    /** The number, from 1, of the first block of a go. */
    private int firstBlock(Load load, int go) {
        return 1 + go * (load.turns() ? plan.turns().blocks() : 1);
    }

    private double seconds(Load load, int together) {
        return load.turns() ? plan.turns().seconds(together) : plan.slice().seconds();
    }

    private String inRound() {
        return plan.rounds() == 1 ? "" : "round %d/%d · ".formatted(round + 1, plan.rounds());
    }

    private boolean worthAnother(List<Slice> measured, double seconds) {
        return repeatSeconds + seconds <= plan.repeatSeconds() && Disturbed.forAWhile(measured);
    }

    /** None of a contender that ended meanwhile: what a dead one "carries" is no measurement. */
    private List<Slice> slices(Load load, List<List<Entrant>> together, int block) {
        int position = firstPosition + slices.size();
        SliceMeasurement.Place place = new SliceMeasurement.Place(round, block, position, freshData, seed * 31 + block);
        List<Slice> measured = load.turns()
                ? inTurns.measure(load, plan.turns(), together, place, entrant -> target(load, entrant, block))
                : List.of(alone(load, together.getFirst().getFirst(), place));
        freshData = false;
        noticeTrouble(load, block);
        if (surroundings.supportTrouble().isPresent()) {
            return List.of();
        }
        List<Slice> kept = measured.stream()
                .filter(slice ->
                        gone.stream().noneMatch(subject -> subject.name().equals(slice.contender())))
                .toList();
        kept.forEach(slice -> {
            together.stream()
                    .flatMap(List::stream)
                    .distinct()
                    .filter(entrant -> entrant.measured(slice))
                    .forEach(entrant -> progress.tell(new LiveEvent.Turned(target(load, entrant, block))));
            progress.tell(new LiveEvent.SliceEnded(slice));
        });
        return kept;
    }

    private Slice alone(Load load, Entrant entrant, SliceMeasurement.Place place) {
        progress.tell(new LiveEvent.SliceBegan(target(load, entrant, place.block())));
        return measurement.measure(load, plan.slice(), entrant, place);
    }

    private LiveEvent.Target target(Load load, Entrant entrant, int block) {
        return new LiveEvent.Target(
                load.name(),
                load.title(),
                load.ratePerSecond(),
                entrant.subject().name(),
                entrant.twin(),
                block + 1,
                plan.goes(load),
                load.turns() ? plan.turns().settleSeconds() : plan.slice().rampSeconds(),
                seconds(load, subjects.size() + 1));
    }

    private void noticeTrouble(Load load, int block) {
        List<Subject> ended = subjects.stream()
                .filter(subject -> !gone.contains(subject))
                .filter(subject -> !subject.isAlive())
                .toList();
        if (ended.isEmpty() && (gone.isEmpty() ? surroundings.trouble() : surroundings.supportTrouble()).isEmpty()) {
            return;
        }
        LabFailure trouble = surroundings.trouble().orElseThrow();
        gone.addAll(ended);
        String since = "%sblock %d of %s".formatted(inRound(), firstBlock(load, block), load.name());
        missing.add("%s Everything of %s since %s is missing."
                .formatted(
                        trouble.getMessage(),
                        ended.isEmpty()
                                ? "all contenders"
                                : String.join(
                                        ", ", ended.stream().map(Subject::name).toList()),
                        since));
        if (surroundings.supportTrouble().isPresent() || gone.size() == subjects.size()) {
            end = trouble;
        }
    }
}
