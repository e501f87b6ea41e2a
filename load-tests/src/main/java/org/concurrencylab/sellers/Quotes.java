package org.concurrencylab.sellers;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Pattern;
import org.concurrencylab.api.SellerQuote;

/** {@code GET /quotes/{isbn}?seller=N}: waits as the behaviour says, then answers, fails or hangs. */
final class Quotes {

    static final String PATH = "/quotes/";

    private static final int ISBN_DIGITS = 13;
    private static final String FIRST_SELLER = "seller-1";
    private static final Pattern SELLER_NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final Vertx vertx;
    private final Traffic traffic;

    Quotes(Vertx vertx, Traffic traffic) {
        this.vertx = vertx;
        this.traffic = traffic;
    }

    void answer(HttpServerRequest request, String path, Fate fate) {
        String isbn = path.substring(PATH.length());
        if (!isIsbn(isbn)) {
            Answers.error(request.response(), 400, "The ISBN must have 13 digits.");
            return;
        }
        String number = request.query() == null ? null : request.getParam("seller");
        if (number != null && !SELLER_NUMBER.matcher(number).matches()) {
            Answers.error(request.response(), 400, "seller must be a whole number from 1 to 999999.");
            return;
        }
        SellerQuote quote = number == null
                ? SellerQuote.standIn(FIRST_SELLER, isbn)
                : SellerQuote.standIn(Integer.parseInt(number), isbn);
        hold(request.response(), quote, fate);
    }

    private void hold(HttpServerResponse response, SellerQuote quote, Fate fate) {
        traffic.arrived();
        if (fate.outcome() == Fate.Outcome.HANG) {
            response.closeHandler(closed -> traffic.abandoned());
        } else if (fate.delayMillis() == 0) {
            finish(response, quote, fate.outcome());
        } else {
            long timer = vertx.setTimer(fate.delayMillis(), due -> finish(response, quote, fate.outcome()));
            response.closeHandler(closed -> {
                if (vertx.cancelTimer(timer)) {
                    traffic.abandoned();
                }
            });
        }
    }

    private void finish(HttpServerResponse response, SellerQuote quote, Fate.Outcome outcome) {
        if (outcome == Fate.Outcome.ERROR) {
            traffic.failed();
            Answers.error(response, 500, "The seller failed, as its errorRate asks.");
        } else {
            traffic.answered();
            Answers.quote(response, quote);
        }
    }

    private static boolean isIsbn(String text) {
        return text.length() == ISBN_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
