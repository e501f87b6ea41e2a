package org.concurrencylab.books;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Bounds of this driver that no property sets; blocking-service has the same ones in application.properties. */
@Singleton
class DatabaseTimeouts implements PgPoolCreator {

    private final LabConfig lab;

    DatabaseTimeouts(LabConfig lab) {
        this.lab = lab;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers =
                input.pgConnectOptionsList().stream().map(this::bounded).toList();
        input.poolOptions()
                .setConnectionTimeout((int) lab.databaseAcquisitionTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    private SqlConnectOptions bounded(PgConnectOptions server) {
        server.setConnectTimeout((int) lab.databaseConnectTimeout().toMillis());
        server.setTcpUserTimeout((int) lab.databaseSocketTimeout().toMillis());
        server.setTcpKeepAlive(true);
        server.setPreparedStatementCacheMaxSize(lab.databaseStatementCache());
        return server;
    }
}
