package org.concurrencylab.books;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.SellerAnswer;
import org.concurrencylab.api.http.TimeLimit;

/** Asks many sellers at once and joins their answers as they come. No thread waits for them. */
@Singleton
class SellerFanOut {

    /** Asks a seller, and hangs up when that takes too long. */
    interface QuoteWithin {
        /** Fails with a {@link CancellationException} when it hangs up. */
        Uni<SellerQuote> of(int seller, Duration most);
    }

    private final Duration timeout;

    @Inject
    SellerFanOut(LabConfig lab) {
        this(lab.fanOutTimeout());
    }

    SellerFanOut(Duration timeout) {
        this.timeout = timeout;
    }

    /** The answers that came in time, of sellers 1 to the number given. */
    Uni<List<SellerAnswer>> ask(int sellers, TimeLimit limit, QuoteWithin quotes) {
        Duration most = limit.within(timeout);
        Queue<SellerAnswer> inTime = new ConcurrentLinkedQueue<>();
        return Multi.createFrom()
                .range(1, sellers + 1)
                .onItem()
                .transformToUni(seller -> answer(seller, most, quotes))
                .merge(sellers)
                .onItem()
                .invoke(inTime::add)
                .onItem()
                .ignoreAsUni()
                .ifNoItem()
                .after(most)
                .recoverWithItem((Void) null)
                .map(ended -> List.copyOf(inTime));
    }

    private static Uni<SellerAnswer> answer(int seller, Duration most, QuoteWithin quotes) {
        return quotes.of(seller, most)
                .onFailure(CancellationException.class)
                .recoverWithUni(() -> Uni.createFrom().nothing())
                .map(quote -> SellerAnswer.of(seller, quote))
                .onFailure(RuntimeException.class)
                .recoverWithItem(e -> SellerAnswer.failed(seller, e));
    }
}
