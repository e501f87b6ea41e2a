package org.concurrencylab.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Versions of what was built together, as the build wrote them.
 *
 * @param lab of the project
 * @param quarkus of the services' framework
 * @param gatling of the load generator
 */
public record Versions(String lab, String quarkus, String gatling) {

    /** Those of this build. */
    public static Versions ofThisBuild() {
        Properties versions = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream("/versions.properties")) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(
                versions.getProperty("lab"), versions.getProperty("quarkus"), versions.getProperty("gatling"));
    }
}
