package org.concurrencylab.api.http;

/** The query parameter of {@code GET /books/{id}/offers}. */
public final class SellerCount {

    private static final int USUAL = 160;
    private static final int MOST = 500;

    private SellerCount() {}

    /** How many sellers to ask, 1 to 500; 160 where the parameter is null. Throws a 400 naming {@code sellers}. */
    public static int of(String sellers) {
        return sellers == null ? USUAL : QueryNumber.of("sellers", sellers, MOST);
    }
}
