package org.concurrencylab.environment;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings schema and books into a database. */
public final class Migration {

    private Migration() {}

    /**
     * Migrates.
     *
     * @param url for JDBC
     * @return how many migrations were made; 0 when all were there
     * @throws LabFailure when one fails
     */
    public static int of(String url, String user, String password) {
        try {
            return Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new LabFailure("Cannot migrate " + url + ": " + e.getMessage() + ".", e);
        }
    }
}
