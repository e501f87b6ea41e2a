package org.concurrencylab.simulations;

import java.util.Optional;

/** Decides what each virtual user does, and hears what became of it. Called from Gatling's event loops. */
public interface Traffic {
    /**
     * Called when a user starts.
     *
     * @param userId counts from 1 in the order of the injection profile
     * @return what the user does, or empty if it is to leave without a request
     */
    Optional<Call> begin(long userId);

    /** Called when the user's request was answered or has failed. */
    void ended(long userId, Call call);
}
