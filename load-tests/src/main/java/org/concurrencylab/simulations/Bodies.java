package org.concurrencylab.simulations;

/** JSON bodies. Written and searched by hand: a parser per request would take its CPU time from the load. */
final class Bodies {
    private static final String NEXT = "\"next\":\"";

    private Bodies() {}

    static String update(Call call) {
        long id = call.book().id();
        int price = KnownBook.priceCents(id, call.version() + 1);
        return book(Isbn.ofSeeded(id), "Title " + id, "Author " + id % 997, price, 1_000_000);
    }

    static String create(Call call) {
        return book(call.isbn(), "Created " + call.isbn(), "Load Test", 1_999, 10);
    }

    private static String book(String isbn, String title, String author, int priceCents, int stock) {
        return "{\"isbn\":\"" + isbn + "\",\"title\":\"" + title + "\",\"author\":\"" + author + "\",\"priceCents\":"
                + priceCents + ",\"stock\":" + stock + "}";
    }

    /** The token of the next page, or null on the last one. No title that this generator or the seed uses holds one. */
    static String nextToken(String page) {
        int start = page.lastIndexOf(NEXT);
        if (start < 0) {
            return null;
        }
        int from = start + NEXT.length();
        return page.substring(from, page.indexOf('"', from));
    }
}
