package org.concurrencylab.api;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Simulates courses of a book's price over two years (Monte Carlo), day by day, and nothing but computes meanwhile:
 * about 2 µs of CPU time for each course. The same book gives the same forecast everywhere, since the random numbers
 * begin at its ISBN and all arithmetic is in whole numbers.
 */
public final class PriceForecast {

    private static final int DAYS = 2 * 365;

    /** Binary places of a price within a course: without them cheap books would never move. */
    private static final int PRICE_BITS = 8;

    /**
     * A day changes the price by so many 2^-17; four even numbers of 10 bits sum up to nearly a normal one. Of the
     * largest price no course is long enough to leave 64 bits.
     */
    private static final int CHANGE_BITS = 17;

    private static final int EVEN_BITS = 10;
    private static final long EVEN = (1 << EVEN_BITS) - 1;
    private static final long MEAN = 2 * EVEN;

    private static final int PERCENT = 100;
    private static final int LOW = 5;
    private static final int HIGH = 95;

    private PriceForecast() {}

    /**
     * Computes the forecast on the caller's thread.
     *
     * @param book whose price to forecast
     * @param paths courses to simulate, 1 or more; each also takes 4 bytes of memory until the end
     */
    public static Forecast of(Book book, int paths) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(book.isbn()));
        int[] ends = new int[paths];
        long sum = 0;
        for (int i = 0; i < paths; i++) {
            ends[i] = end(book.priceCents(), random);
            sum += ends[i];
        }
        Arrays.sort(ends);
        return new Forecast(book.id(), paths, (int) (sum / paths), percentile(ends, LOW), percentile(ends, HIGH));
    }

    /** The price at the end of one course, in cents. */
    private static int end(int cents, SplittableRandom random) {
        long price = (long) cents << PRICE_BITS;
        for (int day = 0; day < DAYS; day++) {
            price += rounded(price * change(random.nextLong()), CHANGE_BITS);
        }
        return (int) Math.min(Integer.MAX_VALUE, rounded(price, PRICE_BITS));
    }

    /** From -2046 to 2046, the middle most often. */
    private static long change(long bits) {
        return (bits & EVEN)
                + (bits >>> EVEN_BITS & EVEN)
                + (bits >>> 2 * EVEN_BITS & EVEN)
                + (bits >>> 3 * EVEN_BITS & EVEN)
                - MEAN;
    }

    private static long rounded(long value, int bits) {
        return value + (1L << bits - 1) >> bits;
    }

    /** The smallest price that at least so many percent of the courses do not exceed (nearest rank). */
    private static int percentile(int[] sorted, int percent) {
        int rank = Math.ceilDiv(sorted.length * percent, PERCENT);
        return sorted[rank - 1];
    }
}
