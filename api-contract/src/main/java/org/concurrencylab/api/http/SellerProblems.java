package org.concurrencylab.api.http;

import java.util.concurrent.TimeoutException;
import org.concurrencylab.api.ProblemType;

/** What a failed call of the external service means to our caller. */
public final class SellerProblems {

    private SellerProblems() {}

    /** 504 when the seller was too slow, else 502. */
    public static ProblemException of(Throwable failure) {
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
