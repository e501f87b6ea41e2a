package org.concurrencylab.api.http;

import java.util.Comparator;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * What came of asking one of many sellers.
 *
 * @param seller its number, from 1
 * @param quote its quote, or null
 * @param failure why there is none, or null
 */
public record SellerAnswer(int seller, SellerQuote quote, ProblemType failure) {

    /** The cheapest first; among equals the lowest number, so that every service names the same seller. */
    static final Comparator<SellerAnswer> BY_PRICE = Comparator.<SellerAnswer>comparingInt(
                    answer -> answer.quote().priceCents())
            .thenComparingInt(SellerAnswer::seller);

    /** It answered. */
    public static SellerAnswer of(int seller, SellerQuote quote) {
        return new SellerAnswer(seller, quote, null);
    }

    /**
     * It did not. What neither the seller nor the circuit breaker or bulkhead in front of it explains is a fault of
     * ours, which no count of failed sellers may hide: it is thrown on.
     */
    public static SellerAnswer failed(int seller, RuntimeException failure) {
        return switch (failure) {
            case ProblemException problem -> new SellerAnswer(seller, null, problem.type());
            case FaultToleranceException refused -> new SellerAnswer(seller, null, ProblemType.OVERLOADED);
            default -> throw failure;
        };
    }

    boolean succeeded() {
        return quote != null;
    }
}
