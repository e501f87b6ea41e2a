package org.concurrencylab.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.environment.GcLog;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.generator.SliceListener;
import org.concurrencylab.generator.SliceOutcome;
import org.concurrencylab.generator.SliceRequest;
import org.concurrencylab.generator.Turns;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.results.Finding;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Usage;

/**
 * Measures all contenders of a block together: each has a turn of a fraction of a second, again and again, in balanced
 * random order. What disturbs the machine for longer than a few turns then disturbs all of them alike and leaves the
 * ratio between them as it is.
 */
final class TurnsMeasurement {

    private final GeneratorProcess generator;
    private final Meters meters;
    private final Sessions sessions;
    private final Progress progress;

    TurnsMeasurement(GeneratorProcess generator, Meters meters, Sessions sessions, Progress progress) {
        this.generator = generator;
        this.meters = meters;
        this.sessions = sessions;
        this.progress = progress;
    }

    /**
     * Measures some blocks in one go.
     *
     * @param blocks who takes turns in each of them, equally many
     * @param place where these blocks stand, as if all were one
     * @param targets what the live page shows of each
     * @return a slice for each entrant in each block
     */
    List<Slice> measure(
            Load load,
            Plan.TurnLength length,
            List<List<Entrant>> blocks,
            SliceMeasurement.Place place,
            Function<Entrant, LiveEvent.Target> targets) {
        int size = blocks.getFirst().size();
        List<Entrant> entrants = blocks.stream().flatMap(List::stream).toList();
        Turns turns = turns(length, size, place.seed());
        SliceRequest request = SliceRequest.inTurns(
                entrants.stream().map(entrant -> entrant.subject().url()).toList(),
                load.mix(),
                load.ratePerSecond(),
                length.settleSeconds(),
                turns,
                Plan.TIMEOUT_SECONDS,
                place.freshData(),
                place.seed());
        blocks.getFirst().forEach(entrant -> progress.tell(new LiveEvent.SliceBegan(targets.apply(entrant))));
        Meter meter = new Meter(turns.order(), entrants, targets);
        List<SliceOutcome> outcomes = generator.runInTurns(request, meter);
        List<Usage> usages =
                IntStream.range(0, outcomes.size()).mapToObj(meter::usage).toList();
        List<Slice> slices = new ArrayList<>();
        for (int block = 0; block < length.blocks(); block++) {
            int first = block * size;
            List<List<Finding>> findings = IntStream.range(first, first + size)
                    .mapToObj(part -> Gate.checkTurns(load.ratePerSecond(), outcomes.get(part), usages.get(part)))
                    .toList();
            for (int number = 0; number < size; number++) {
                slices.add(SliceMeasurement.slice(
                        load.name(),
                        entrants.get(first + number),
                        place.within(length.blocks(), block, first + number),
                        request,
                        outcomes.get(first + number),
                        usages.get(first + number),
                        withOverrunOfOthers(findings, number)));
            }
        }
        return List.copyOf(slices);
    }

    /**
     * Each cycle holds everyone once, and the one after it in reverse. Each entrant has a place of its own in each
     * block.
     */
    private static Turns turns(Plan.TurnLength length, int entrants, long seed) {
        Schedule schedule = new Schedule(entrants, seed);
        List<Integer> order = IntStream.range(0, length.blocks() * length.cycles())
                .boxed()
                .flatMap(cycle ->
                        schedule.order(0, cycle).stream().map(entrant -> cycle / length.cycles() * entrants + entrant))
                .toList();
        return new Turns(length.turnMillis(), length.quietMillis(), entrants, order);
    }

    /** Who answers in another's turn disturbs that one too. */
    private static List<Finding> withOverrunOfOthers(List<List<Finding>> findings, int number) {
        Stream<Finding> overruns = findings.stream()
                .flatMap(List::stream)
                .filter(finding -> finding.kind() == Finding.Kind.OVERRUN)
                .limit(1);
        List<Finding> own = findings.get(number);
        boolean itself = own.stream().anyMatch(finding -> finding.kind() == Finding.Kind.OVERRUN);
        return itself ? own : Stream.concat(own.stream(), overruns).toList();
    }

    /** Reads, in the quiet between two turns, what was used until then. */
    private final class Meter implements SliceListener {
        private final List<Integer> order;
        private final List<Entrant> entrants;
        private final Function<Entrant, LiveEvent.Target> targets;
        private final List<Part> parts;
        private final Map<Subject, UsageSum> subjectsUsage = new HashMap<>();
        private Reading last;
        private Instant lastMoment;
        private int turn;

        /** What is known of one entrant in one block. */
        private static final class Part {
            private final UsageSum used = new UsageSum();
            private final List<Integer> busySessions = new ArrayList<>();
            private final List<Span> turns = new ArrayList<>();
        }

        private record Span(Instant from, Instant to) {}

        /**
         * @param order places in the order of their turns
         * @param entrants who is at each place, block after block
         */
        Meter(List<Integer> order, List<Entrant> entrants, Function<Entrant, LiveEvent.Target> targets) {
            this.order = order;
            this.entrants = entrants;
            this.targets = targets;
            this.parts = Stream.generate(Part::new).limit(entrants.size()).toList();
        }

        @Override
        public void turn(int number) {
            Instant moment = Instant.now();
            List<Subject> both = new ArrayList<>(List.of(subject(order.get(number))));
            if (number > 0) {
                both.add(subject(order.get(number - 1)));
            }
            Reading now = meters.read(both);
            if (number > 0) {
                close(order.get(number - 1), now, moment);
            }
            last = now;
            lastMoment = moment;
            turn = number;
        }

        @Override
        public void measured() {
            int place = order.getLast();
            close(place, meters.read(List.of(subject(place))), Instant.now());
        }

        @Override
        public void progress(SliceEvent.Progress event) {
            if (last != null) {
                parts.get(order.get(turn)).busySessions.add(sessions.busy());
                progress.tell(new LiveEvent.Turned(targets.apply(entrants.get(order.get(turn)))));
            }
            progress.sample(event);
        }

        private Subject subject(int place) {
            return entrants.get(place).subject();
        }

        private void close(int place, Reading now, Instant moment) {
            Part part = parts.get(place);
            Usage used = now.since(last, subject(place));
            part.used.add(used);
            subjectsUsage
                    .computeIfAbsent(subject(place), each -> new UsageSum())
                    .add(used);
            part.turns.add(new Span(lastMoment, moment));
        }

        Usage usage(int place) {
            Part part = parts.get(place);
            Double busy = Means.of(part.busySessions);
            // How busy the machine was can be told of more than the half second of one block only.
            UsageSum machine = subjectsUsage.get(subject(place));
            List<GcLog.Pauses> pauses = part.turns.stream()
                    .map(turn -> subject(place).pauses(turn.from(), turn.to()))
                    .toList();
            return part.used
                    .totalOn(machine)
                    .with(
                            pauses.stream().mapToInt(GcLog.Pauses::count).sum(),
                            pauses.stream().mapToDouble(GcLog.Pauses::millis).sum(),
                            busy);
        }
    }
}
