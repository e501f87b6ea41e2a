package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    @TempDir
    private Path base;

    @TempDir
    private Path copy;

    private Run run;
    private Database database;

    @BeforeEach
    void start() throws IOException {
        run = TestRuns.begin(base);
        database = Database.start(run);
        Path ours = LabHome.find().resolve("api-contract/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(ours)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void aCopyOfTheProjectBringsMigrationsOfItsOwn() throws IOException, SQLException {
        Files.writeString(copy.resolve("V3__colour.sql"), "alter table books add column colour text default 'red'");

        database.migrate(copy);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select colour, count(*) from books group by colour")) {
            row.next();
            assertThat(List.of(row.getString(1), row.getLong(2))).containsExactly("red", 10_000L);
        }
    }

    @Test
    void aCopyThatHasChangedAMigrationThatWasMadeIsRefused() throws IOException {
        Files.writeString(copy.resolve("V2__seed.sql"), "\nselect 1;\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> database.migrate(copy))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("checksum mismatch for migration version 2");
    }

    @Test
    void aMigrationThatFailsSaysWhatPostgresSays() throws IOException {
        Files.writeString(copy.resolve("V3__colour.sql"), "alter table bookz add column colour text");

        assertThatThrownBy(() -> database.migrate(copy))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("relation \"bookz\" does not exist");
    }
}
