package org.concurrencylab.grade;

import java.util.Optional;
import java.util.function.Supplier;
import org.concurrencylab.environment.LabFailure;

/**
 * What one aspect of a submission is worth: all of its points, or none.
 *
 * @param aspect in a few words
 * @param of points to be had
 * @param lack why there are none; empty when there are
 * @param answered whether the services gave the answers that this needed
 */
public record Mark(String aspect, int of, Optional<Lack> lack, boolean answered) {

    /** One whose aspect could be looked at. */
    public Mark(String aspect, int of, Optional<Lack> lack) {
        this(aspect, of, lack, true);
    }

    /**
     * Looks at one aspect. A service that does not answer is the submission's fault, not the grader's.
     *
     * @param aspect in a few words
     * @param of points to be had
     * @param hint when a service does not answer as its API promises
     * @param look finds what is lacking
     */
    static Mark of(String aspect, int of, String hint, Supplier<Optional<Lack>> look) {
        try {
            return new Mark(aspect, of, look.get());
        } catch (MachineBusy e) {
            throw e;
        } catch (LabFailure e) {
            return unanswered(aspect, of, new Lack(e.getMessage(), hint));
        }
    }

    /** No points, for a service does not answer. */
    static Mark unanswered(String aspect, int of, Lack lack) {
        return new Mark(aspect, of, Optional.of(lack), false);
    }

    /** The points it has. */
    public int points() {
        return lack.isEmpty() ? of : 0;
    }
}
