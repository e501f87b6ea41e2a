package org.concurrencylab.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats: the same seed and number throw the same. */
final class Dice {
    /**
     * Far apart from one number to the next (Steele, Lea and Flood: Fast splittable pseudorandom number generators).
     */
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    Dice(long seed, long number) {
        random = new SplittableRandom(seed + number * GOLDEN_GAMMA);
    }

    /** True once in so many throws. */
    boolean oneIn(int throwsInAll) {
        return random.nextInt(throwsInAll) == 0;
    }

    /** Both bounds are possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Both bounds are possible. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
