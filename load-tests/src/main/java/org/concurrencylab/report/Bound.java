package org.concurrencylab.report;

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

    /** It carried less than was offered, and the data do not say why. */
    record Undetermined() implements Bound {}

    /**
     * @param carried requests per second
     * @param offered requests per second
     * @param prediction for this contender, or null
     */
    static Bound of(double carried, double offered, Prediction prediction) {
        if (prediction != null
                && prediction.carriedPerSecond() < offered
                && Math.abs(carried / prediction.carriedPerSecond() - 1) <= PREDICTION_TOLERANCE) {
            return new Predicted(prediction);
        }
        return carried >= ALL_OF_THE_OFFER * offered ? new Offer() : new Undetermined();
    }
}
