package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cheapest books there are, many at the same price, of which every second one stays; others come and go in front of
 * whoever pages through them.
 */
final class RestlessShelf implements AutoCloseable {

    /** Nothing that was there before is as cheap. */
    static final int DEAREST = 30;

    private static final int STEP = 10;
    private static final int CHEAPER = 5;
    private static final int FAR_AWAY = 90_000_000;
    private static final int AT_EACH_PRICE = 40;
    private static final int COME_AT_ONCE = 3;

    private final Catalogue catalogue;
    private final Set<Long> stay = new HashSet<>();
    private final Set<Long> mayGo = new HashSet<>();
    private final Set<Long> moved = new HashSet<>();
    private int turns;

    private RestlessShelf(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static RestlessShelf fill(Catalogue catalogue) {
        RestlessShelf shelf = new RestlessShelf(catalogue);
        for (int price = STEP; price <= DEAREST; price += STEP) {
            List<Long> books = catalogue.add(Collections.nCopies(AT_EACH_PRICE, "On a restless shelf"), price);
            for (int i = 0; i < AT_EACH_PRICE; i++) {
                (i % 2 == 0 ? shelf.stay : shelf.mayGo).add(books.get(i));
            }
        }
        return shelf;
    }

    /** The books that are there all the time, at one price. */
    Set<Long> stay() {
        return stay;
    }

    /**
     * What happens between a page and the next: in turns its last book goes, and another one that was on it; or its
     * last book becomes the dearest of all, and cheaper ones come. All of it lies behind the reader.
     *
     * @param page that was read
     */
    void move(JsonNode page) {
        List<Long> seen = new ArrayList<>();
        page.forEach(book -> seen.add(book.path("id").asLong()));
        seen.retainAll(mayGo);
        if (turns++ % 2 == 0) {
            List<Long> gone = seen.subList(Math.max(0, seen.size() - 2), seen.size());
            catalogue.remove(gone);
            gone.forEach(mayGo::remove);
        } else {
            seen.stream().skip(Math.max(0, seen.size() - 1)).forEach(this::reprice);
            moved.addAll(catalogue.add(Collections.nCopies(COME_AT_ONCE, "It has come"), CHEAPER));
        }
    }

    private void reprice(long book) {
        catalogue.reprice(book, FAR_AWAY);
        mayGo.remove(book);
        moved.add(book);
    }

    /** Takes all of them out. */
    @Override
    public void close() {
        List.of(stay, mayGo, moved).forEach(catalogue::remove);
    }
}
