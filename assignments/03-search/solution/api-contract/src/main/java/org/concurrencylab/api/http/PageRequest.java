package org.concurrencylab.api.http;

/**
 * The query parameters of {@code GET /books}.
 *
 * @param after the id after which the page begins
 * @param limit books on the page, 1 to 100
 * @param pattern that titles have to fit, in lower case or not; null for all
 */
public record PageRequest(long after, int limit, String pattern) {

    private static final int USUAL = 20;
    private static final int LARGEST = 100;

    /** Reads the parameters, null where absent. Throws a 400 naming the one that is wrong. */
    public static PageRequest of(String limit, String after, String title) {
        return new PageRequest(
                after == null ? 0 : PageToken.fromString(after).lastId(),
                limit == null ? USUAL : QueryNumber.of("limit", limit, LARGEST),
                title == null ? null : TitlePattern.of(title));
    }

    /** One row more than the page holds: whether there is such a row tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }
}
