package org.concurrencylab.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.DatabaseServer;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Run;

/**
 * PostgreSQL is about to end: it is there, and accepts no connection any more. Then it is started again.
 *
 * @param during what reads were answered meanwhile: each status and media type once
 * @param afterwards the status of the last of the reads that followed: they end with the first that succeeds
 */
record Shutdown(Set<String> during, int afterwards) {

    /** More than there are connections in the pool, each of which may first have to be found lost. */
    private static final int READS = 45;

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String THE_OTHERS =
            " from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

    /** Restarts the database and answers with what came of it, in the order of the services. */
    static List<Shutdown> of(List<URI> services, Run run, Database database) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<Set<String>> during = new ArrayList<>();
            // As long as this connection is there, PostgreSQL waits for its end.
            try (Connection operator = database.connect();
                    Statement sql = operator.createStatement()) {
                ProcessHandle.of(database.pids().getFirst()).ifPresent(ProcessHandle::destroy);
                Await.until(() -> !accepts(database), PATIENCE);
                sql.execute("select pg_terminate_backend(pid)" + THE_OTHERS);
                // They are only asked to end; until then they answer.
                Await.until(() -> !anyOther(sql), PATIENCE);
                for (URI service : services) {
                    Set<String> answers = new TreeSet<>();
                    for (int i = 0; i < READS; i++) {
                        HttpResponse<Void> answer = read(client, service);
                        answers.add(answer.statusCode() + " "
                                + answer.headers().firstValue("Content-Type").orElse(""));
                    }
                    during.add(answers);
                }
            }
            new DatabaseServer(run, database).restart(DatabaseServer.Stop.FAST);
            List<Shutdown> shutdowns = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                int last = 0;
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                while (last != OK && System.nanoTime() < deadline) {
                    last = read(client, services.get(i)).statusCode();
                }
                shutdowns.add(new Shutdown(during.get(i), last));
            }
            return shutdowns;
        }
    }

    private static boolean anyOther(Statement sql) {
        try (ResultSet others = sql.executeQuery("select 1" + THE_OTHERS)) {
            return others.next();
        } catch (SQLException e) {
            throw new LabFailure("The database ended while it was being shut down: " + e.getMessage(), e);
        }
    }

    private static boolean accepts(Database database) {
        try (Connection connection = database.connect()) {
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static HttpResponse<Void> read(HttpClient client, URI service) throws Exception {
        return client.send(
                HttpRequest.newBuilder(service.resolve("/books/1"))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.discarding());
    }
}
