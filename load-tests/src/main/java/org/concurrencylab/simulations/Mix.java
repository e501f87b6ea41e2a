package org.concurrencylab.simulations;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Which share of the requests each operation gets. Every user draws its operation independently. */
public enum Mix {
    /** A bookshop's own database work: mostly reads, one fifth writes. */
    CRUD(Map.of(
            Operation.READ, 70,
            Operation.PAGE, 10,
            Operation.UPDATE, 8,
            Operation.CREATE, 5,
            Operation.ORDER, 5,
            Operation.DELETE, 2)),
    /** The cheapest request there is: one book by its id. */
    READ(Map.of(Operation.READ, 100)),
    /** Requests that wait for someone else: offers only. */
    EXTERNAL(Map.of(Operation.OFFER, 100)),
    /** Requests that compute. */
    FORECAST(Map.of(Operation.FORECAST, 100)),
    /** Half CRUD, half EXTERNAL: the JIT must see every request type before anything is measured. */
    WARMUP(Map.of(
            Operation.READ, 35,
            Operation.PAGE, 5,
            Operation.UPDATE, 4,
            Operation.CREATE, 3,
            Operation.ORDER, 2,
            Operation.DELETE, 1,
            Operation.OFFER, 50));

    private static final int WHOLE = 100;

    private final Map<Operation, Integer> percentages;
    private final Operation[] byPercent;

    Mix(Map<Operation, Integer> percentages) {
        this.percentages = new EnumMap<>(percentages);
        this.byPercent = this.percentages.entrySet().stream()
                .flatMap(share -> Collections.nCopies(share.getValue(), share.getKey()).stream())
                .toArray(Operation[]::new);
        if (byPercent.length != WHOLE) {
            throw new IllegalArgumentException("The shares of a mix add up to 100 %, not " + byPercent.length + " %.");
        }
    }

    /** The shares in percent; they add up to 100. */
    public Map<Operation, Integer> percentages() {
        return Map.copyOf(percentages);
    }

    /** The next user's operation. */
    public Operation draw(RandomGenerator random) {
        return byPercent[random.nextInt(WHOLE)];
    }
}
