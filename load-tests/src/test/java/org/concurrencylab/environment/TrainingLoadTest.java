package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.concurrencylab.contract.fixture.FakeSeller;
import org.concurrencylab.verify.reference.Answer;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.concurrencylab.verify.reference.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TrainingLoadTest {

    private static final int BOOKS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Test
    void showsEveryKindOfRequestAndOfAnswer() throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer service = recorded(new ReferenceApi(new ReferenceBooks(), seller.url()));
                TrainingLoad load = new TrainingLoad(service.url(), BOOKS)) {

            assertThat(load.run(100, PATIENCE)).isGreaterThanOrEqualTo(100);

            assertThat(seen)
                    .contains(
                            "GET /books 200",
                            "GET /books 400",
                            "POST /books 201",
                            "POST /books 400",
                            "POST /books 409",
                            "GET /books/N 200",
                            "GET /books/N 304",
                            "GET /books/N 404",
                            "PUT /books/N 200",
                            "PUT /books/N 412",
                            "PUT /books/N 428",
                            "DELETE /books/N 204",
                            "POST /books/N/orders 201",
                            "POST /books/N/orders 400",
                            "POST /books/N/orders 404",
                            "GET /books/N/offer 200");
        }
    }

    /** That it returns at all is what is tested: how far it came in a millisecond is the machine's business. */
    @Test
    @Timeout(60)
    void stopsWhenItsTimeIsOver() throws Exception {
        try (FakeSeller seller = new FakeSeller();
                ReferenceServer service = recorded(new ReferenceApi(new ReferenceBooks(), seller.url()));
                TrainingLoad load = new TrainingLoad(service.url(), BOOKS)) {

            assertThat(load.run(Long.MAX_VALUE, Duration.ofMillis(1))).isNotNegative();
        }
    }

    @Test
    void refusesAServiceThatFails() throws Exception {
        try (ReferenceServer service = new ReferenceServer(request -> new Answer(500, Map.of(), ""));
                TrainingLoad load = new TrainingLoad(service.url(), BOOKS)) {

            assertThatThrownBy(() -> load.run(100, PATIENCE))
                    .isInstanceOf(LabFailure.class)
                    .hasMessageContaining("500 to GET /books/");
        }
    }

    private ReferenceServer recorded(ReferenceApi api) throws Exception {
        for (long id = 1; id <= BOOKS; id++) {
            byte[] body = new ObjectMapper().writeValueAsBytes(TrainingLoad.book(id));
            Map<String, String> headers = Map.of("content-type", "application/json");
            assertThat(api.answer(new Request("POST", "/books", Map.of(), headers, body))
                            .status())
                    .isEqualTo(201);
        }
        return new ReferenceServer(request -> {
            Answer answer = api.answer(request);
            seen.add(kind(request) + " " + answer.status());
            return answer;
        });
    }

    private static String kind(Request request) {
        return request.method() + " " + request.path().replaceAll("\\d+", "N");
    }
}
