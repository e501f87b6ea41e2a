package org.concurrencylab.simulations;

import java.time.Duration;
import java.util.Properties;

/**
 * What a simulation run by hand is told through system properties.
 *
 * @param baseUrl {@code -DbaseUrl}: the service, such as http://localhost:8081
 * @param rate {@code -Drate}: new users, each with one request, per second; 200 unless told
 * @param duration {@code -Dduration}: whole seconds at that rate; 10 unless told
 */
record Settings(String baseUrl, double rate, Duration duration) {
    static Settings of(Properties properties) {
        return new Settings(
                baseUrl(properties.getProperty("baseUrl")), positive(properties, "rate", 200), Duration.ofSeconds((long)
                        Math.ceil(positive(properties, "duration", 10))));
    }

    private static String baseUrl(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "Say which service to load: -DbaseUrl=http://localhost:8081 (or wherever it runs).");
        }
        return BaseUrl.of(text);
    }

    private static double positive(Properties properties, String name, double otherwise) {
        String text = properties.getProperty(name);
        if (text == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value <= 1_000_000) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The sentence below says it all.
        }
        throw new IllegalArgumentException(name + " is a number above 0, up to 1,000,000, not \"" + text + "\".");
    }
}
