package org.concurrencylab.simulations;

/** Gives Gatling's report its error message; without a stack trace, since an overloaded service causes many. */
final class UnexpectedStatus extends RuntimeException {
    UnexpectedStatus(int status) {
        super("unexpected status " + status, null, false, false);
    }
}
