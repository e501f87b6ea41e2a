package org.concurrencylab.books.wrong;

import io.smallrye.mutiny.Uni;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.wrong.BlockingSeller;
import org.concurrencylab.api.wrong.Switch;
import org.concurrencylab.books.SellerClient;

/**
 * Asks for one offer with a client that blocks the thread of the request ({@code lab.wrong.seller-call=blocking}),
 * whatever kind of thread that is. Many offers at once go the right way.
 */
public final class BlockingSellerClient implements SellerClient {

    private final SellerClient right;
    private final BlockingSeller one;

    /** The wrong way for one seller, the right one for many. */
    public BlockingSellerClient(SellerClient right, BlockingSeller one) {
        this.right = right;
        this.one = one;
    }

    /** Whether this value of {@code lab.wrong.seller-call} asks for it. Throws when it is none of the two there are. */
    public static boolean isAskedFor(String value) {
        return Switch.isOn("lab.wrong.seller-call", value, "timely", "blocking");
    }

    @Override
    public Uni<SellerQuote> quote(String isbn, Integer seller) {
        return seller == null ? Uni.createFrom().item(() -> one.quote(isbn)) : right.quote(isbn, seller);
    }
}
