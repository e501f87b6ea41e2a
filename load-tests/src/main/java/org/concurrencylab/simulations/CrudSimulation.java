package org.concurrencylab.simulations;

/**
 * 70 % reads by id, 10 % pages, 8 % updates, 5 % creates, 5 % orders, 2 % deletes. Settings: {@code -DbaseUrl},
 * {@code -Drate} (per second), {@code -Dduration} (seconds).
 */
public final class CrudSimulation extends ByHand {
    /** Called by Gatling. */
    public CrudSimulation() {
        super(Mix.CRUD);
    }
}
