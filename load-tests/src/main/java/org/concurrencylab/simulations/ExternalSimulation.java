package org.concurrencylab.simulations;

/**
 * Offers: each is one database read and one call of the external seller. Settings: {@code -DbaseUrl}, {@code -Drate}
 * (per second), {@code -Dduration} (seconds).
 */
public final class ExternalSimulation extends ByHand {
    /** Called by Gatling. */
    public ExternalSimulation() {
        super(Mix.EXTERNAL);
    }
}
