package org.concurrencylab.experiments;

import java.util.List;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.results.Trial;
import org.concurrencylab.statistics.RatioEstimate;

/**
 * Whether computing suits threads and not the loop (C4), and whether computing beside the loop mends it (C5). Both are
 * judged by what the reads beside it suffer: effects of a factor of ten, so that {@link #CLEARLY} is far from noise.
 */
final class CpuRulings {
    private static final double CLEARLY = 3;
    private static final double HARDLY = 1.5;
    private static final String THREADS = ContenderSpec.THREADS.name();
    private static final String VIRTUAL = ContenderSpec.VIRTUAL.name();
    private static final String REACTIVE = ContenderSpec.REACTIVE.name();

    private CpuRulings() {}

    static List<Ruling> of(List<Trial> trials) {
        return List.of(threads(trials), bestOfBoth(trials));
    }

    private static Ruling threads(List<Trial> trials) {
        RatioEstimate loop = ratio(trials, CpuBound.ON_LOOP, THREADS);
        RatioEstimate carrier = ratio(trials, VIRTUAL, THREADS);
        String predicted =
                "reads wait for whole forecasts on the loop, for time slices on threads; as many forecasts/s";
        String measured = "p99 of reads, on the loop ÷ threads: %s; forecasts/s %.1f and %.1f"
                .formatted(
                        Figures.ratio(loop),
                        CpuScaling.forecastsPerSecond(trials, CpuBound.ON_LOOP),
                        CpuScaling.forecastsPerSecond(trials, THREADS));
        String virtual = Figures.low(carrier) > CLEARLY
                ? " Virtual threads are like the loop in this (%s): a carrier does not leave a thread that computes."
                        .formatted(Figures.ratio(carrier))
                : "";
        if (Figures.low(loop) > CLEARLY) {
            return Ruling.holds(
                    Claim.C4,
                    predicted,
                    measured,
                    "Not for the number of forecasts, which the CPU decides, but for everybody who waits beside them."
                            + virtual);
        }
        if (Figures.high(loop) < HARDLY) {
            return Ruling.doesNotHold(Claim.C4, predicted, measured, "The reads took as long beside either." + virtual);
        }
        return Ruling.cannotTell(Claim.C4, predicted, measured, unclear(loop));
    }

    private static Ruling bestOfBoth(List<Trial> trials) {
        RatioEstimate mended = ratio(trials, CpuBound.ON_LOOP, REACTIVE);
        RatioEstimate against = ratio(trials, REACTIVE, THREADS);
        String predicted = "reads beside offloaded forecasts are as fast as on threads";
        String measured = "p99 of reads, on the loop ÷ offloaded: %s; offloaded ÷ threads: %s"
                .formatted(Figures.ratio(mended), Figures.ratio(against));
        if (Figures.low(mended) > CLEARLY && Figures.low(against) < HARDLY) {
            return Ruling.holds(
                    Claim.C5,
                    predicted,
                    measured,
                    "Computing on worker threads gives the loop back to the reads, at least as well as threads do.");
        }
        if (Figures.high(mended) < HARDLY || Figures.low(against) > CLEARLY) {
            return Ruling.doesNotHold(
                    Claim.C5, predicted, measured, "With workers beside the loop the reads still waited.");
        }
        return Ruling.cannotTell(Claim.C5, predicted, measured, unclear(mended));
    }

    private static RatioEstimate ratio(List<Trial> trials, String one, String other) {
        return Paired.ratio(CpuBound.p99(trials, one), CpuBound.p99(trials, other));
    }

    private static String unclear(RatioEstimate ratio) {
        return ratio.interval().isEmpty()
                ? "It takes threads and reactive in the run, and three blocks in which both were loaded as asked."
                : "Clear would be %s or more, hardly any difference %s or less."
                        .formatted(Figures.times(CLEARLY), Figures.times(HARDLY));
    }
}
