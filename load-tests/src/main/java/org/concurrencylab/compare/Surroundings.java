package org.concurrencylab.compare;

import java.util.Optional;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.SellersControl;

/** What the contenders work with, whether this run started it or not. */
interface Surroundings {

    /** Gives every row its first content again, if that can be done. Answers whether it was done. */
    boolean resetData();

    /** From now on the external service behaves like this. */
    void sellers(SellerBehaviour behaviour);

    /** What to say of a process that has ended; empty while all of them run. */
    Optional<LabFailure> trouble();

    /** The same of what all contenders need. */
    Optional<LabFailure> supportTrouble();

    /** Those of services that run elsewhere; nothing is known of their database. */
    static Surroundings elsewhere(Optional<SellersControl> sellers) {
        return new Surroundings() {
            @Override
            public boolean resetData() {
                return false;
            }

            @Override
            public void sellers(SellerBehaviour behaviour) {
                sellers.ifPresent(control -> control.behave(behaviour));
            }

            @Override
            public Optional<LabFailure> trouble() {
                return Optional.empty();
            }

            @Override
            public Optional<LabFailure> supportTrouble() {
                return Optional.empty();
            }
        };
    }

    /** Those that this run started. */
    static Surroundings of(LabStack stack) {
        return new Surroundings() {
            @Override
            public boolean resetData() {
                stack.database().reset();
                return true;
            }

            @Override
            public void sellers(SellerBehaviour behaviour) {
                stack.sellers().behave(behaviour);
            }

            @Override
            public Optional<LabFailure> trouble() {
                return stack.trouble();
            }

            @Override
            public Optional<LabFailure> supportTrouble() {
                return stack.supportTrouble();
            }
        };
    }
}
