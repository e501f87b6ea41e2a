package org.concurrencylab.environment;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings schema and books into a database. */
public final class Migration {

    private static final String OURS = "classpath:db/migration";

    private Migration() {}

    /**
     * Migrates.
     *
     * @param url for JDBC
     * @return how many migrations were made; 0 when all were there
     * @throws LabFailure when one fails
     */
    public static int of(String url, String user, String password) {
        return of(url, user, password, OURS);
    }

    /**
     * Migrates.
     *
     * @param url for JDBC
     * @param location of the migrations, as Flyway writes it
     * @return how many migrations were made; 0 when all were there
     * @throws LabFailure when one fails, or when one that was made before reads otherwise here
     */
    static int of(String url, String user, String password, String location) {
        try {
            return Flyway.configure()
                    .dataSource(url, user, password)
                    .locations(location)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new LabFailure("Cannot migrate " + url + ": " + e.getMessage() + ".", e);
        }
    }
}
