package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowsReadTest {

    private static final int ALL = 10_000;

    private static Run run;
    private static Database database;

    @BeforeAll
    static void start() {
        run = Run.begin();
        database = Database.start(run);
    }

    @AfterAll
    static void end() {
        run.close();
    }

    @Test
    void aStatementThatNoIndexServesReadsTheWholeTable() throws SQLException {
        assertThat(readFor("select id from books where title like 'Title 77%'")).isGreaterThanOrEqualTo(ALL);
    }

    @Test
    void aWalkThroughAnIndexThatDoesNotFitReadsTheWholeIndex() throws SQLException {
        assertThat(readFor("select id from books where stock = 7 order by id limit 1"))
                .isGreaterThanOrEqualTo(ALL);
    }

    @Test
    void aStatementThatAnIndexServesReadsWhatItFinds() throws SQLException {
        assertThat(readFor("select id, title from books where id between 7 and 9"))
                .isBetween(1L, 20L);
    }

    private static long readFor(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            RowsRead before = RowsRead.afterAPause(database);
            try (ResultSet rows = statement.executeQuery(sql)) {
                assertThat(rows.getMetaData().getColumnCount()).isPositive();
            }
            return RowsRead.since(before, database);
        }
    }
}
