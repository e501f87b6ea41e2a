package org.concurrencylab.report;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.concurrencylab.results.Results.Prediction;

/**
 * One contender under one workload. A figure that was not measured is NaN.
 *
 * @param contender its name
 * @param slices the figures it is made of, in the order of blocks
 * @param latency of all blocks together, in microseconds
 * @param carriedPerSecond completed requests per second, median over blocks
 * @param errors answers that the API does not promise, all blocks together
 * @param cpuMillisPerRequest CPU time of the service per completed request, in milliseconds, median over blocks
 * @param rssBytes resident memory at the end of a slice, median over blocks
 * @param peakRssBytes highest resident memory of the service until the last of these slices
 * @param threads platform threads at the end of a slice, median over blocks
 * @param switchesPerRequest voluntary context switches per completed request, median over blocks
 * @param busy CPUs kept busy
 * @param against ratios to the reference, paired by block; null for the reference itself
 * @param prediction made before measuring, or null
 * @param bound what kept it from carrying more
 */
public record Row(
        String contender,
        List<SliceFigures> slices,
        Histogram latency,
        double carriedPerSecond,
        long errors,
        double cpuMillisPerRequest,
        double rssBytes,
        double peakRssBytes,
        double threads,
        double switchesPerRequest,
        BusyCpus busy,
        Against against,
        Prediction prediction,
        Bound bound) {

    /**
     * Latency of all blocks together.
     *
     * @param percent e.g. 99
     * @return in microseconds
     */
    public double latencyMicros(double percent) {
        return SliceFigures.percentile(latency, percent);
    }

    /** Whether it carried all that was offered. */
    public boolean carriedTheOffer() {
        return bound instanceof Bound.Offer;
    }

    /**
     * CPUs that each part of the lab kept busy while this contender was measured, median over blocks.
     *
     * @param service the contender
     * @param database all PostgreSQL processes
     * @param sellers the external service
     * @param generator the load generator
     */
    public record BusyCpus(double service, double database, double sellers, double generator) {}

    /**
     * Ratios to the reference.
     *
     * @param carried requests carried per second; more is better
     * @param carriedLimit whether that ratio can be taken as it stands
     * @param p50 median latency; less is better
     * @param cpu CPU time per request; less is better
     */
    public record Against(Ratio carried, Limit carriedLimit, Ratio p50, Ratio cpu) {}

    /** An open load offers a fixed rate, which caps what a contender can be seen to carry. */
    public enum Limit {
        /** Both carried less than was offered: the ratio stands. */
        NONE,
        /** Only the reference was at its limit: the true ratio is at least this. */
        AT_LEAST,
        /** Only the contender was at its limit: the true ratio is at most this. */
        AT_MOST,
        /** Both carried the offer: the ratio says nothing about either. */
        SAME_OFFER;

        static Limit of(Bound contender, Bound reference) {
            boolean contenderFree = contender instanceof Bound.Offer;
            boolean referenceFree = reference instanceof Bound.Offer;
            if (contenderFree) {
                return referenceFree ? SAME_OFFER : AT_LEAST;
            }
            return referenceFree ? AT_MOST : NONE;
        }
    }
}
