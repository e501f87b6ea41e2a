package org.concurrencylab.grade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;

/**
 * What PostgreSQL has read of the table books: rows that scans of the table gave, and entries that its indexes gave.
 * Whether an index serves a request shows in how much is read for it, whatever the statement.
 *
 * @param scans that were begun
 * @param rows that they read
 */
record RowsRead(long scans, long rows) {

    /** A session tells its counts after a transaction, but no more than once a second. */
    private static final Duration PAUSE = Duration.ofMillis(1_200);
    /** What a session has not told by then it tells once it has been idle for ten seconds. */
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(12);

    private static final String READ = """
            select seq_scan + indexes.scans, seq_tup_read + indexes.entries
            from pg_stat_user_tables,
                 (select coalesce(sum(idx_scan), 0) as scans, coalesce(sum(idx_tup_read), 0) as entries
                  from pg_stat_user_indexes where relname = 'books') as indexes
            where relname = 'books'
            """;

    /** What was read so far, after a pause, so that sessions tell at once what they read next. */
    static RowsRead afterAPause(Database database) {
        Await.until(() -> false, PAUSE);
        return now(database);
    }

    /**
     * Rows that were read since.
     *
     * @param before taken before a request that read something and has been answered, while nobody else asked
     */
    static long since(RowsRead before, Database database) {
        Await.until(() -> now(database).scans > before.scans, TELLS_WITHIN);
        return now(database).rows - before.rows;
    }

    private static RowsRead now(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            rows.next();
            return new RowsRead(rows.getLong(1), rows.getLong(2));
        } catch (SQLException e) {
            throw new LabFailure("Cannot see what was read: " + e.getMessage() + ".", e);
        }
    }
}
