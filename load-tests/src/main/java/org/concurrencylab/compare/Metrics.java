package org.concurrencylab.compare;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.concurrencylab.environment.HttpProbe;

/**
 * A service's metrics in Prometheus's text format, as far as they have no labels.
 *
 * @param values by name
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
record Metrics(Map<String, Double> values) {

    /** Asks a service; without an answer there are none. */
    static Metrics of(HttpProbe probe, URI url) {
        return parse(probe.text(URI.create(url + "/q/metrics")).orElse(""));
    }

    static Metrics parse(String text) {
        Map<String, Double> values = new HashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && !line.contains("{"))
                .map(line -> line.split(" "))
                .filter(parts -> parts.length >= 2)
                .forEach(parts -> number(parts[1]).ifPresent(value -> values.put(parts[0], value)));
        return new Metrics(Map.copyOf(values));
    }

    /** Not a number is what a system does not tell, such as the resident memory outside Linux. */
    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<Double> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
