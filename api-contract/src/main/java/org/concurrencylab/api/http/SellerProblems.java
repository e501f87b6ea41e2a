package org.concurrencylab.api.http;

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
}
