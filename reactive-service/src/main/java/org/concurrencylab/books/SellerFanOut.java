package org.concurrencylab.books;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.concurrencylab.api.SellerQuote;
import org.concurrencylab.api.http.SellerAnswer;

/** Asks many sellers at once and joins their answers as they come. No thread waits for them. */
@Singleton
class SellerFanOut {

    private final Duration timeout;

    @Inject
    SellerFanOut(LabConfig lab) {
        this(lab.fanOutTimeout());
    }

    SellerFanOut(Duration timeout) {
        this.timeout = timeout;
    }

    /** The answers that came in time, of sellers 1 to the number given. */
    Uni<List<SellerAnswer>> ask(int sellers, IntFunction<Uni<SellerQuote>> quotes) {
        Queue<SellerAnswer> inTime = new ConcurrentLinkedQueue<>();
        return Multi.createFrom()
                .range(1, sellers + 1)
                .onItem()
                .transformToUni(seller -> answer(seller, quotes))
                .merge(sellers)
                .onItem()
                .invoke(inTime::add)
                .onItem()
                .ignoreAsUni()
                // Cancels, at the deadline, the calls that are still under way; Multi.select().first() would not.
                .ifNoItem()
                .after(timeout)
                .recoverWithItem((Void) null)
                .map(ended -> List.copyOf(inTime));
    }

    private static Uni<SellerAnswer> answer(int seller, IntFunction<Uni<SellerQuote>> quotes) {
        return quotes.apply(seller)
                .map(quote -> SellerAnswer.of(seller, quote))
                .onFailure(RuntimeException.class)
                .recoverWithItem(e -> SellerAnswer.failed(seller, e));
    }
}
