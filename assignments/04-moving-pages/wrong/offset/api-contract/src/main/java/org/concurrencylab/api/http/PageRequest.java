package org.concurrencylab.api.http;

import org.concurrencylab.api.Book;

/**
 * The query parameters of {@code GET /books}.
 *
 * @param byPrice whether books are sorted by price, and by id where prices are equal; by id alone otherwise
 * @param after the place after which the page begins
 * @param limit books on the page, 1 to 100
 */
public record PageRequest(boolean byPrice, PageToken after, int limit) {

    private static final int USUAL = 20;
    private static final int LARGEST = 100;

    /** Reads the parameters, null where absent. Throws a 400 naming the one that is wrong. */
    public static PageRequest of(String limit, String after, String sort) {
        boolean byPrice = byPrice(sort);
        return new PageRequest(
                byPrice,
                after == null ? PageToken.beginning(byPrice) : PageToken.fromString(after, byPrice),
                limit == null ? USUAL : QueryNumber.of("limit", limit, LARGEST));
    }

    private static boolean byPrice(String sort) {
        if (sort == null || sort.equals("price")) {
            return sort != null;
        }
        throw ProblemException.invalid("sort", "must be price, or absent");
    }

    /** One row more than the page holds: whether there is such a row tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /** Where the next page begins. */
    PageToken next(Book last) {
        return byPrice ? new PageToken(0, after.lastId() + limit) : new PageToken(PageToken.NO_PRICE, last.id());
    }
}
