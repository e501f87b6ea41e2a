package org.concurrencylab.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.Future;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Requests that ask many sellers within a limit, and what the sellers see of them.
 *
 * @param sellers who answer at once, or never
 * @param service who is asked
 */
record Limited(SellersProcess sellers, ServiceProcess service) {

    /** Long enough for every seller that answers at once, on a busy machine, too. */
    static final int LIMIT_MILLIS = 2_000;
    /** How much later than its limit an answer may come, and how long calls may take to end. */
    static final Duration ROOM = Duration.ofSeconds(4);

    private static final SellerBehaviour SOME_HANG = new SellerBehaviour(0, 0, 0, 0.5);
    private static final SellerBehaviour ALL_HANG = new SellerBehaviour(0, 0, 0, 1);

    /**
     * What became of one request.
     *
     * @param reply to it
     * @param inTime whether the answer came within {@link #ROOM} of the limit
     * @param hanging sellers that did not answer
     * @param most calls that the sellers held at once
     * @param left calls that they hold {@link #ROOM} after the answer
     */
    record Answer(Reply reply, boolean inTime, int hanging, int most, int left) {}

    /** Half of them, the same ones each time, never answer. */
    Answer askWhileSomeHang(int number) {
        return ask(SOME_HANG, number, LIMIT_MILLIS);
    }

    /** None of them ever answers. */
    Answer askWhileAllHang(int number) {
        return ask(ALL_HANG, number, LIMIT_MILLIS);
    }

    /** All of them answer at once; in time is then what comes within {@link #ROOM}, whatever the limit. */
    Answer askPrompt(int number, int limitMillis) {
        return ask(SellerBehaviour.PROMPT, number, limitMillis);
    }

    private Answer ask(SellerBehaviour behaviour, int number, int limitMillis) {
        try (PlainClient client = new PlainClient();
                Crowd crowd = new Crowd()) {
            sellers.behave(SellerBehaviour.PROMPT);
            client.get(service.url(), path(number, limitMillis));
            JsonNode before = stats(client);
            sellers.behave(behaviour);
            Future<Timed<Reply>> request = crowd.send(() -> client.get(service.url(), path(number, limitMillis)));
            Duration patience = behaviour.hangRate() == 0 ? ROOM : ROOM.plusMillis(LIMIT_MILLIS);
            boolean inTime = Await.until(request::isDone, patience);
            Reply reply = Crowd.answer(request).value();
            Await.until(
                    () -> Looks.held(client, sellers) <= before.path("inFlight").asInt(), ROOM);
            JsonNode after = stats(client);
            int answered =
                    after.path("answered").asInt() - before.path("answered").asInt();
            return new Answer(
                    reply,
                    inTime,
                    number - answered,
                    after.path("peakInFlight").asInt() - before.path("inFlight").asInt(),
                    // Calls that an earlier request left behind may have ended since.
                    Math.max(
                            0,
                            after.path("inFlight").asInt()
                                    - before.path("inFlight").asInt()));
        }
    }

    private static String path(int number, int limitMillis) {
        return "/books/1/offers?sellers=" + number + "&withinMillis=" + limitMillis;
    }

    private JsonNode stats(PlainClient client) {
        return client.get(sellers.url(), "/stats").json();
    }
}
