package org.concurrencylab.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/**
 * The limit: a book by id with nothing between Vert.x, its PostgreSQL client and the request; no routing, mapping,
 * validation, metrics, conditional requests or problems. What a service's read costs more is the price of those, and
 * the ratio of the two can be compared between machines whose absolute figures cannot.
 *
 * <p>Run by {@link BareVertxProcess} with the settings of the contenders.
 */
final class BareVertx extends AbstractVerticle {

    /** What the process prints, followed by its URL, when it takes requests. */
    static final String READY = "ready at ";

    private static final int CONNECTIONS = 20;
    private static final int STATEMENTS = 256;
    private static final String BOOK =
            "select id, isbn, title, author, price_cents, stock, version from books where id = $1";

    private final PgConnectOptions database;
    private Pool pool;

    private BareVertx(PgConnectOptions database) {
        this.database = database;
    }

    /** Takes the database's URL, user and password, and the number of event loops. */
    public static void main(String... args) throws Exception {
        var database = PgConnectOptions.fromUri(args[0])
                .setUser(args[1])
                .setPassword(args[2])
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENTS);
        int loops = Integer.parseInt(args[3]);
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
        vertx.deployVerticle(() -> new BareVertx(database), new DeploymentOptions().setInstances(loops))
                .onFailure(cause -> {
                    System.out.println("cannot start: " + cause.getMessage());
                    System.exit(1);
                });
        // The pipe from the runner ends when the runner dies.
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void start() {
        pool = PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(CONNECTIONS).setShared(true))
                .using(vertx)
                .build();
        // Port -1: any, and the same for all event loops.
        vertx.createHttpServer()
                .requestHandler(this::book)
                .listen(-1, "127.0.0.1")
                .onSuccess(server -> System.out.println(READY + "http://127.0.0.1:" + server.actualPort()));
    }

    private void book(HttpServerRequest request) {
        String path = request.path();
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        pool.preparedQuery(BOOK)
                .execute(Tuple.of(id))
                .onSuccess(rows -> answer(request.response(), rows))
                .onFailure(cause -> request.response().setStatusCode(500).end(cause.getMessage()));
    }

    private static void answer(HttpServerResponse response, RowSet<Row> rows) {
        Row row = rows.iterator().next();
        response.putHeader("content-type", "application/json;charset=UTF-8")
                .putHeader("etag", "\"" + row.getLong("version") + "\"")
                .end(new JsonObject()
                        .put("id", row.getLong("id"))
                        .put("isbn", row.getString("isbn"))
                        .put("title", row.getString("title"))
                        .put("author", row.getString("author"))
                        .put("priceCents", row.getInteger("price_cents"))
                        .put("stock", row.getInteger("stock"))
                        .put("version", row.getLong("version"))
                        .toBuffer());
    }
}
