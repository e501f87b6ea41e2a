package org.concurrencylab.soak;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a customer comes for.
 *
 * <p>Books are made and taken away in equal numbers, and covers take the place of covers, so that there is never more
 * to keep.
 */
enum Errand {
    /** {@code GET /books/{id}}. */
    READ(50),
    /** {@code GET /books}, the first page. */
    PAGE(10),
    /** {@code GET /books/{id}/offer}, which asks one seller. */
    OFFER(15),
    /** {@code POST /books/{id}/orders} of one copy. */
    ORDER(8),
    /** {@code POST /books}, or {@code DELETE} of one made before. */
    TURNOVER(8),
    /** {@code GET /books/{id}/cover}. */
    LOOK(6),
    /** {@code PUT /books/{id}/cover}. */
    COVER(3);

    private static final List<Errand> BY_PERCENT = Arrays.stream(values())
            .flatMap(errand -> Collections.nCopies(errand.percent, errand).stream())
            .toList();

    private final int percent;

    Errand(int percent) {
        this.percent = percent;
    }

    /** The next customer's. */
    static Errand draw(RandomGenerator random) {
        return BY_PERCENT.get(random.nextInt(BY_PERCENT.size()));
    }

    /** The shares of all, for people. */
    static String shares() {
        return Arrays.stream(values())
                .map(errand -> errand.percent + " % " + errand.words())
                .collect(Collectors.joining(", "));
    }

    private String words() {
        return switch (this) {
            case READ -> "reads";
            case PAGE -> "pages";
            case OFFER -> "offers";
            case ORDER -> "orders";
            case TURNOVER -> "books made or taken away";
            case LOOK -> "covers read";
            case COVER -> "covers stored";
        };
    }
}
