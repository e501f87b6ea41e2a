package org.concurrencylab.simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIf;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The book API's client as a Gatling scenario: a user makes one request and leaves.
 *
 * <p><b>Connections.</b> HTTP/1.1 with keep-alive, and all users share connections, as the requests of many people
 * arrive through the few pooled connections of a web front. One user per request without sharing would open a
 * connection per request and measure accept(2). Gatling keeps one pool per event loop of its own and takes the
 * connection that has been idle longest, so all open ones are used in turn, and there are as many as requests were ever
 * under way at once. That can be very few for a fast service, and then few of the service's event loops would have
 * work: {@link #OPENING_USERS} users therefore start at once before the load and open connections that stay open. There
 * is no upper limit either: a service that falls behind gets a connection per waiting request. Keep the rate times the
 * request timeout below the machine's local ports (some 28,000 on Linux), or connecting itself fails.
 */
public final class BookClient {
    /** Users that start together before the load begins, in order to open about as many connections. */
    public static final int OPENING_USERS = 64;

    private static final String CALL = "call";
    private static final String JSON = "application/json";

    private final Traffic traffic;
    private final Shelf shelf;
    private final Duration requestTimeout;

    /**
     * @param traffic decides and observes
     * @param shelf the books and their versions
     * @param requestTimeout the longest a request may take, connecting included
     */
    public BookClient(Traffic traffic, Shelf shelf, Duration requestTimeout) {
        this.traffic = traffic;
        this.shelf = shelf;
        this.requestTimeout = requestTimeout;
    }

    /** Where to and how; several services get the users in turn. */
    public HttpProtocolBuilder protocol(List<String> baseUrls) {
        return http.baseUrls(baseUrls)
                .shareConnections()
                .disableWarmUp()
                .disableCaching()
                .disableFollowRedirect()
                .disableAutoReferer()
                .disableUrlEncoding()
                .acceptHeader(JSON)
                .userAgentHeader("concurrency-lab");
    }

    /** One user: begins, makes its request, reports, leaves. */
    public ScenarioBuilder users(String name) {
        return scenario(name).exec(visit());
    }

    /** A user that comes again at once, until {@link Traffic} lets it leave. */
    public ScenarioBuilder returningUsers(String name) {
        return scenario(name).forever().on(visit());
    }

    private ChainBuilder visit() {
        List<Choice.WithKey> choices = Arrays.stream(Operation.values())
                .map(operation -> onCase(operation).then(chain(operation)))
                .toList();
        return exec(session -> traffic.begin(session.userId())
                        .map(call -> session.set(CALL, call))
                        .orElse(session.remove(CALL)))
                .exec(exitHereIf(session -> !session.contains(CALL)))
                .exec(doSwitch(session -> call(session).operation()).on(choices))
                .exec(session -> {
                    Call call = call(session);
                    call.ended();
                    shelf.settle(call);
                    traffic.ended(session.userId(), call);
                    return session;
                });
    }

    private ChainBuilder chain(Operation operation) {
        return switch (operation) {
            case READ -> send(timed(http("read").get(BookClient::url)));
            case OFFER -> send(timed(http("offer").get(BookClient::url)));
            case FORECAST -> send(timed(http("forecast").get(BookClient::url)));
            case PAGE -> send(timed(http("page").get(BookClient::url)).check(nextPage()));
            case ORDER ->
                send(timed(http("order").post(BookClient::url))
                        .header("Content-Type", JSON)
                        .body(StringBody("{\"quantity\":1}")));
            case UPDATE ->
                doIf(session -> !call(session).book().versionKnown())
                        .then(send(lookUp()))
                        .doIf(session -> call(session).version() != KnownBook.UNKNOWN)
                        .then(send(update()));
            case CREATE ->
                send(create())
                        .doIf(session -> call(session).conflicts())
                        .then(exec(session -> {
                                    call(session).retryWith(shelf.otherIsbn());
                                    return session;
                                })
                                .exec(send(create())));
            case DELETE -> send(timed(http("delete").delete(BookClient::url)).header("If-Match", BookClient::ifMatch));
        };
    }

    /**
     * The clock is read in a step of its own: Gatling calls a request's {@code sign} hook when the request is written,
     * so after connecting, and never for a connection that fails.
     */
    private static ChainBuilder send(HttpRequestActionBuilder request) {
        return exec(session -> {
                    call(session).sending();
                    return session;
                })
                .exec(request);
    }

    private HttpRequestActionBuilder update() {
        return timed(http("update").put(BookClient::url))
                .header("Content-Type", JSON)
                .header("If-Match", BookClient::ifMatch)
                .body(StringBody(session -> Bodies.update(call(session))))
                .check(version());
    }

    private HttpRequestActionBuilder create() {
        return timed(http("create").post(BookClient::url))
                .header("Content-Type", JSON)
                .body(StringBody(session -> Bodies.create(call(session))))
                .check(
                        version(),
                        header("Location")
                                .transformWithSession((location, session) -> {
                                    call(session).learnLocation(location);
                                    return location;
                                })
                                .optional());
    }

    private HttpRequestActionBuilder lookUp() {
        return http("look up a version")
                .get(BookClient::url)
                .requestTimeout(requestTimeout)
                .check(
                        status().validate("200", (code, session) -> {
                            if (!call(session).lookedUp(code)) {
                                throw new UnexpectedStatus(code);
                            }
                            return code;
                        }),
                        version());
    }

    private HttpRequestActionBuilder timed(HttpRequestActionBuilder request) {
        return request.requestTimeout(requestTimeout).check(status().validate("an expected status", (code, session) -> {
            if (!call(session).answered(code)) {
                throw new UnexpectedStatus(code);
            }
            return code;
        }));
    }

    private static CheckBuilder version() {
        return header("ETag")
                .transformWithSession((etag, session) -> {
                    call(session).learnVersion(etag);
                    return etag;
                })
                .optional();
    }

    private static CheckBuilder nextPage() {
        return bodyString().transformWithSession((body, session) -> {
            call(session).learnNextPage(Bodies.nextToken(body));
            return body;
        });
    }

    private static Call call(Session session) {
        return session.get(CALL);
    }

    private static String url(Session session) {
        return call(session).url();
    }

    private static String ifMatch(Session session) {
        return Etag.of(call(session).version());
    }
}
