package org.concurrencylab.api.http;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.concurrencylab.api.ProblemType;
import org.jboss.logging.Logger;

/** What a failed call of the external service means to our caller. */
public final class SellerProblems {

    private static final Logger LOG = Logger.getLogger(SellerProblems.class);

    private SellerProblems() {}

    /**
     * 504 when the seller was too slow, else 502. Its trace is logged for debugging only; load-tests count its frames.
     */
    public static ProblemException of(Throwable failure) {
        ProblemException problem = problem(failure);
        LOG.debug("The call of a seller failed", problem);
        return problem;
    }

    private static ProblemException problem(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof TimeoutException) {
                return new ProblemException(
                        ProblemType.SELLER_TIMEOUT, "The seller did not answer in time; repeat later.", failure);
            }
        }
        return new ProblemException(
                ProblemType.SELLER_FAILED, "The seller gave no usable answer; repeat later.", failure);
    }

    /**
     * Why none of many sellers gave a quote: 502 when at least one failed, else 504 when at least one was too late,
     * else 503, since then none could be asked at all. The answers are those that came before the deadline.
     */
    static ProblemException noneAnswered(int asked, List<SellerAnswer> answers) {
        List<ProblemType> failures =
                answers.stream().map(SellerAnswer::failure).distinct().toList();
        if (failures.contains(ProblemType.SELLER_FAILED)) {
            return new ProblemException(
                    ProblemType.SELLER_FAILED, "No seller gave a usable answer; repeat later, or ask more sellers.");
        }
        if (failures.contains(ProblemType.SELLER_TIMEOUT) || answers.size() < asked) {
            return new ProblemException(
                    ProblemType.SELLER_TIMEOUT, "No seller answered in time; repeat later, or ask fewer sellers.");
        }
        return overloaded(null);
    }

    /** 503: no seller could be asked, because they keep failing or because too many calls are under way. */
    public static ProblemException overloaded(Throwable cause) {
        return new ProblemException(
                ProblemType.OVERLOADED,
                "The sellers are failing or busy; wait as Retry-After says, then repeat.",
                cause);
    }
}
