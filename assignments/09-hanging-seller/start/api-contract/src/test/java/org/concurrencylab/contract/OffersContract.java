package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.Offers;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.SellerQuote;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /books/{id}/offers}, while all sellers are well, while some fail and while none answers. */
interface OffersContract extends ContractChecks {

    /** The most sellers there are: enough that of a small share of them some fail for sure. */
    int MOST_SELLERS = 500;

    /** A share far below the half of the calls that would open the circuit. */
    double FEW = 0.05;

    /** Requests after which a circuit that has seen only failures must be open. */
    int MOST_REQUESTS = 50;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 37, MOST_SELLERS})
    default void offersTheBestPriceOfAllSellersAsked(int sellers) {
        Book book = api().newBook();
        offerOnceHealed(book);

        Offers offers = offers(book, "?sellers=" + sellers).as(Offers.class);

        assertThat(offers).isEqualTo(offersOf(book, sellers));
        assertThat(api().read(book)).isEqualTo(book);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sellers="})
    default void asks160SellersUnlessAskedOtherwise(String query) {
        Book book = api().newBook();
        offerOnceHealed(book);

        assertThat(offers(book, query).as(Offers.class)).isEqualTo(offersOf(book, 160));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "abc", "1.5", "2147483648", "99999999999999999999", "%20", "0x10"})
    default void refusesABadNumberOfSellers(String sellers) {
        Book book = api().newBook();

        offers(book, "?sellers=" + sellers).blames("sellers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "9223372036854775807", "9223372036854775808"})
    default void knowsNoBookToAskFor(String id) {
        api().get("/books/" + id + "/offers?sellers=1").isProblem(ProblemType.NOT_FOUND);
    }

    @Test
    default void countsTheSellersThatFailedAndOffersTheBestPriceOfTheOthers() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        offerOnceHealed(book);
        long failedBefore = sellers.failed();
        try {
            sellers.failAt(FEW);
            Offers offers = offers(book, "?sellers=" + MOST_SELLERS).as(Offers.class);

            assertThat(offers.asked()).isEqualTo(MOST_SELLERS);
            assertThat(offers.failed()).isPositive().isEqualTo(Math.toIntExact(sellers.failed() - failedBefore));
            SellerQuote best = quoteOf(offers.bestSeller(), book);
            assertThat(offers.bestPriceCents()).isEqualTo(best.priceCents());
            assertThat(cheaperThan(best, book))
                    .as("sellers cheaper than the best, which must have failed")
                    .isLessThanOrEqualTo(offers.failed());
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
    }

    @Test
    default void answers502WhenAllSellersFail() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        offerOnceHealed(book);
        try {
            sellers.fail();
            offers(book, "?sellers=160").isProblem(ProblemType.SELLER_FAILED);
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
    }

    @Disabled("Assignment 9 begins with this line: take it away, and mend what fails")
    @Test
    default void answers504WhenAllSellersAreTooSlow() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        offerOnceHealed(book);
        try {
            sellers.hang();
            offers(book, "?sellers=2").isProblem(ProblemType.SELLER_TIMEOUT);
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
    }

    @Disabled("Assignment 9 begins with this line: take it away, and mend what fails")
    @Test
    default void answers503WhileTheCircuitLetsNoSellerBeAsked() {
        Sellers sellers = sellers();
        Book book = api().newBook();
        offerOnceHealed(book);
        try {
            sellers.fail();
            Reply open = failUntilOpen(book);
            open.isProblem(ProblemType.OVERLOADED);
            assertThat(open.header("Retry-After")).matches("[1-9][0-9]*");
        } finally {
            sellers.heal();
            offerOnceHealed(book);
        }
        assertThat(offers(book, "?sellers=2").as(Offers.class)).isEqualTo(offersOf(book, 2));
    }

    private Reply failUntilOpen(Book book) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < MOST_REQUESTS; i++) {
            Reply reply = offers(book, "?sellers=20");
            if (reply.status() == 503) {
                return reply;
            }
            seen.add(reply.status());
            assertThat(seen).as("while a seller may be asked").containsOnly(502);
        }
        throw new AssertionError("A seller may still be asked after " + MOST_REQUESTS + " failed requests");
    }

    private Reply offers(Book book, String query) {
        return api().get(Api.path(book) + "/offers" + query);
    }

    /** The answer when none of so many sellers fails. */
    private static Offers offersOf(Book book, int sellers) {
        SellerQuote best = IntStream.rangeClosed(1, sellers)
                .mapToObj(seller -> SellerQuote.standIn(seller, book.isbn()))
                .min(Comparator.comparingInt(SellerQuote::priceCents))
                .orElseThrow();
        return new Offers(book.id(), book.isbn(), book.priceCents(), best.seller(), best.priceCents(), sellers, 0);
    }

    private static SellerQuote quoteOf(String seller, Book book) {
        assertThat(seller).matches("seller-[1-9][0-9]{0,2}");
        return SellerQuote.standIn(Integer.parseInt(seller.substring("seller-".length())), book.isbn());
    }

    private static int cheaperThan(SellerQuote quote, Book book) {
        return (int) IntStream.rangeClosed(1, MOST_SELLERS)
                .filter(seller -> SellerQuote.standIn(seller, book.isbn()).priceCents() < quote.priceCents())
                .count();
    }
}
