package org.concurrencylab.report;

import java.util.List;
import org.concurrencylab.results.Finding.Kind;
import org.concurrencylab.results.Results.Prediction;

/** What kept a contender from carrying more. */
public sealed interface Bound {
    /** Carried within this share of a prediction counts as the prediction met. */
    double PREDICTION_TOLERANCE = 0.05;

    /** Carried at least this share of the offered rate counts as all of it. */
    double ALL_OF_THE_OFFER = 0.98;

    /**
     * Its own limit, as a formula foretold.
     *
     * @param prediction below the offered rate and within 5 % of what was carried
     */
    record Predicted(Prediction prediction) implements Bound {}

    /** Nothing: it carried at least 98 % of what was offered. */
    record Offer() implements Bound {}

    /**
     * The CPUs of the service were full.
     *
     * @param busy share of their time, 0 to 1
     */
    record ServiceCpu(double busy) implements Bound {}

    /**
     * As many sessions of the database were at work as the service has connections.
     *
     * @param connections size of the service's pool
     */
    record ConnectionPool(int connections) implements Bound {}

    /** Not the contender: the CPUs of database and generator were full, and the database used most of them. */
    record Database() implements Bound {}

    /** Not the contender: the CPUs of database and generator were full, and the generator used most of them. */
    record Generator() implements Bound {}

    /** It carried less than was offered, and the data do not say why. */
    record Undetermined() implements Bound {}

    /** From this share of a resource on it counts as full. */
    double FULL = 0.9;

    /**
     * What the slices of a contender under one workload tell.
     *
     * @param carried requests per second
     * @param offered requests per second
     * @param prediction for this contender, or null
     * @param connections size of its pool of database connections; 0 when unknown
     * @param slices its valid and invalid slices
     */
    static Bound of(double carried, double offered, Prediction prediction, int connections, List<SliceFigures> slices) {
        if (saturated(slices, Kind.GENERATOR_SATURATED)) {
            return new Generator();
        }
        if (saturated(slices, Kind.DATABASE_SATURATED)) {
            return new Database();
        }
        if (prediction != null
                && prediction.carriedPerSecond() < offered
                && Math.abs(carried / prediction.carriedPerSecond() - 1) <= PREDICTION_TOLERANCE) {
            return new Predicted(prediction);
        }
        if (carried >= ALL_OF_THE_OFFER * offered) {
            return new Offer();
        }
        double sessions = SliceFigures.median(
                slices, figures -> SliceFigures.orNaN(figures.slice().usage().databaseSessions()));
        if (connections > 0 && sessions >= FULL * connections) {
            return new ConnectionPool(connections);
        }
        double busy = SliceFigures.median(
                slices, figures -> SliceFigures.orNaN(figures.slice().usage().serviceCpusBusy()));
        return busy >= FULL ? new ServiceCpu(busy) : new Undetermined();
    }

    /** In more than half of the slices. */
    private static boolean saturated(List<SliceFigures> slices, Kind kind) {
        long found = slices.stream()
                .filter(figures -> figures.slice().findings().stream().anyMatch(finding -> finding.kind() == kind))
                .count();
        return 2 * found > slices.size();
    }
}
