package org.concurrencylab.compare;

import java.util.List;

/**
 * What a run measures, and for how long.
 *
 * @param loads the workloads, in the order in which each block visits them
 * @param rounds how often the services are started anew; each start is warmed up and measured in blocks of its own
 * @param warmUp load on each contender before anything is measured
 * @param slice the parts of each slice
 * @param turns the parts of each block whose contenders take turns
 * @param repeats how often an invalid slice is measured again, at most
 * @param repeatSeconds wall time for all repetitions together, in seconds
 * @param gatlingSeconds unmeasured load per contender for Gatling's own report, in seconds
 */
public record Plan(
        List<Load> loads,
        int rounds,
        WarmUpLength warmUp,
        SliceLength slice,
        TurnLength turns,
        int repeats,
        double repeatSeconds,
        double gatlingSeconds) {

    /** What is not answered within so many seconds is a timeout, in measured and in unmeasured load. */
    static final double TIMEOUT_SECONDS = 10;

    /** Highest rate of a warm-up, in requests per second. */
    static final int WARM_UP_PER_SECOND = 3_500;

    /** Of the workload that all contenders are to carry, in requests per second; and what slower machines get. */
    private static final int USUAL_RATE = 1_500;

    private static final List<Integer> RATES = List.of(USUAL_RATE, 1_200, 1_000, 800, 600, 500, 400, 300, 200, 100, 50);

    /** What a quick run may take, builds excluded. */
    private static final double QUICK_SECONDS = 178;

    private static final double START_SECONDS = 2;
    private static final double START_SECONDS_EACH = 1.2;
    private static final double CONTRACT_SECONDS_EACH = 2.8;
    private static final double GATLING_SECONDS_EACH = 1;
    private static final double REPORT_SECONDS = 2.5;
    private static final double BETWEEN_SLICES_SECONDS = 0.3;
    private static final double MILLIS = 1_000;
    private static final int WORKERS = 200;
    /**
     * Pairs of 1.6 s of one contender differed by 9.6 % (sd) when each was measured in one piece, by 4 % when they were
     * cut into turns of 0.1 s: what disturbs this machine lasts longer than that.
     */
    private static final TurnLength TURNS = new TurnLength(250, 25, 2, 10, 0.5);

    /** One of them may be disturbed and still leave an interval. */
    private static final int EXTERNAL_BLOCKS = 4;

    /** Longer, for their slices are compared one by one, at other moments of the run. */
    private static final WarmUpLength EXPERIMENTS_WARM_UP = WarmUpLength.of(24);

    private static final int FEWEST_GOES = 2;
    private static final int MOST_GOES = 10;

    /**
     * The load that brings one contender to speed.
     *
     * @param leastSeconds even if it is steady before, in seconds
     * @param mostSeconds even if it is not steady then, in seconds
     * @param slowSeconds even if the machine is so slow that it has never kept up with the highest rate, in seconds
     * @param perSecond highest rate, in requests per second
     */
    public record WarmUpLength(double leastSeconds, double mostSeconds, double slowSeconds, int perSecond) {

        /** Of just so many seconds. */
        static WarmUpLength of(double seconds) {
            return new WarmUpLength(seconds, seconds, seconds, WARM_UP_PER_SECOND);
        }

        /** Whether services that do not keep up are slow, and not just cold still. */
        boolean tellsSlowFromCold() {
            return slowSeconds > mostSeconds;
        }
    }

    /**
     * The parts of a slice; only the last one counts. Together best a whole number of seconds: the generator's users
     * come in whole seconds, and those beyond the end are waited for.
     *
     * @param rampSeconds in which the rate rises, in seconds
     * @param settleSeconds at the full rate, not measured yet, in seconds
     * @param measuredSeconds in seconds
     */
    public record SliceLength(double rampSeconds, double settleSeconds, double measuredSeconds) {

        /** From the first request to the last, in seconds. */
        double seconds() {
            return rampSeconds + settleSeconds + measuredSeconds;
        }
    }

    /**
     * Blocks whose contenders are loaded in turns, several blocks in one go.
     *
     * @param turnMillis length of a turn, in milliseconds
     * @param quietMillis at its beginning, without requests
     * @param cycles how many turns each contender has in a block; even, so that their order is balanced
     * @param blocks in one go
     * @param settleSeconds not measured yet, in seconds
     */
    public record TurnLength(int turnMillis, int quietMillis, int cycles, int blocks, double settleSeconds) {

        /** Of blocks in which so many take turns, in seconds: the generator's users come in whole ones. */
        double seconds(int entrants) {
            return Math.ceil(settleSeconds + entrants * blocks * cycles * turnMillis / MILLIS);
        }
    }

    /**
     * At most three minutes on two cores for up to three contenders: the fewer there are, the more blocks. Offers come
     * below and far above what 200 workers can carry of 200 ms calls (1,000/s): what a limit decides needs fewer
     * blocks, and no A/A pair, than what is hidden in noise.
     *
     * @param contenders how many are compared
     */
    public static Plan quick(int contenders) {
        Plan plan = quickWith(FEWEST_GOES);
        double left = QUICK_SECONDS - plan.repeatSeconds() - plan.seconds(contenders);
        double oneGo = plan.goSeconds(plan.loads().getFirst(), contenders);
        int more = Math.clamp((long) Math.floor(left / oneGo), 0, MOST_GOES - FEWEST_GOES);
        return quickWith(FEWEST_GOES + more);
    }

    /** @param goes how often all contenders are loaded in turns */
    private static Plan quickWith(int goes) {
        return new Plan(
                List.of(
                        Load.crud(USUAL_RATE, goes * TURNS.blocks()).withTwin().inTurns(),
                        Load.external(500, 200, EXTERNAL_BLOCKS),
                        Load.external(1_500, 200, EXTERNAL_BLOCKS)),
                1,
                new WarmUpLength(16, 16, 60, WARM_UP_PER_SECOND),
                new SliceLength(0.1, 0.25, 2.65),
                TURNS,
                2,
                6,
                0.65);
    }

    /** Nothing but the experiments that are named beside it. */
    public static Plan experimentsOnly() {
        Plan quick = quick(1);
        return new Plan(List.of(), 1, EXPERIMENTS_WARM_UP, quick.slice(), quick.turns(), 0, 0, 0);
    }

    /**
     * At most twenty minutes for three contenders: five starts of the services, for steady states differ from one start
     * to the next, and longer slices of warmer services.
     */
    public static Plan full() {
        return new Plan(
                List.of(
                        Load.crud(USUAL_RATE, FEWEST_GOES * TURNS.blocks())
                                .withTwin()
                                .inTurns(),
                        Load.external(500, 200, 3),
                        Load.external(1_500, 200, 2)),
                5,
                new WarmUpLength(30, 36, 60, WARM_UP_PER_SECOND),
                new SliceLength(0.5, 0.5, 3),
                TURNS,
                2,
                45,
                5);
    }

    /** The same without the workloads that call the external service. */
    Plan withoutSellers() {
        return with(loads.stream().filter(load -> load.sellerDelayMillis() == 0).toList());
    }

    /**
     * The same for a machine that is slower than this plan supposes: every load that all contenders are to carry comes
     * at a rate which they can. A queue that grows as long as the load lasts would tell nothing of any of them.
     *
     * @param carriedPerSecond what all contenders together have carried at most in the warm-up, in requests per second
     */
    Plan slowedTo(double carriedPerSecond) {
        if (!warmUp.tellsSlowFromCold()) {
            return this;
        }
        double bearable = USUAL_RATE * carriedPerSecond / warmUp.perSecond();
        int rate = RATES.stream().filter(one -> one <= bearable).findFirst().orElse(RATES.getLast());
        return with(loads.stream()
                .map(load -> load.ratePerSecond() > mostByWorkers(load) ? load : load.atMost(rate))
                .toList());
    }

    private Plan with(List<Load> others) {
        return new Plan(others, rounds, warmUp, slice, turns, repeats, repeatSeconds, gatlingSeconds);
    }

    /** How often the workload comes whose turn comes most often. */
    int goes() {
        return loads.stream().mapToInt(this::goes).max().orElse(0);
    }

    /** In how many goes the blocks of a workload are measured. */
    int goes(Load load) {
        return load.turns() ? Math.ceilDiv(load.blocks(), turns.blocks()) : load.blocks();
    }

    /** About how long a run over so many contenders takes, repetitions excluded, in seconds. */
    public double seconds(int contenders) {
        double blocks = loads.stream()
                .mapToDouble(load -> goes(load) * goSeconds(load, contenders))
                .sum();
        double round = blocks + contenders * START_SECONDS_EACH + warmUp.mostSeconds() * (1 + WarmUp.OVERHEAD);
        double gatling = loads.isEmpty() ? 0 : GATLING_SECONDS_EACH + gatlingSeconds;
        return START_SECONDS + REPORT_SECONDS + rounds * round + contenders * (CONTRACT_SECONDS_EACH + gatling);
    }

    /** About how long it takes to measure all contenders once, in seconds. */
    private double goSeconds(Load load, int contenders) {
        int entrants = load.slices(contenders);
        return load.turns()
                ? turns.seconds(entrants) + BETWEEN_SLICES_SECONDS
                : entrants * (slice.seconds() + BETWEEN_SLICES_SECONDS) + queueSeconds(load);
    }

    /** What was offered to one contender beyond its 200 workers' 1,000/s is answered after the end. */
    private double queueSeconds(Load load) {
        return slice.seconds() * Math.max(0, load.ratePerSecond() / mostByWorkers(load) - 1);
    }

    private static double mostByWorkers(Load load) {
        return load.sellerDelayMillis() == 0 ? Double.MAX_VALUE : WORKERS * MILLIS / load.sellerDelayMillis();
    }
}
