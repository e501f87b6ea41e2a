package org.concurrencylab.parity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One service's application.properties: what both services share, and what the concurrency model forces. */
final class Configuration {

    static final String OPENING = "# -- forced by the concurrency model";
    static final String CLOSING = "# -- end";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");

    private static final int DEEPEST = 10;

    private final Map<String, String> shared = new LinkedHashMap<>();
    private final Map<String, String> forced = new LinkedHashMap<>();
    private final List<String> sharedText = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Configuration() {}

    static Configuration of(ServiceTree tree) {
        Configuration configuration = new Configuration();
        List<String> lines = tree.text(ServiceTree.PROPERTIES).lines().toList();
        int opening = indexOf(lines, OPENING);
        int closing = indexOf(lines, CLOSING);
        if (opening < 0 || closing < opening) {
            configuration.problems.add(
                    "Settings: %s has no section from \"%s\" to \"%s\".".formatted(tree.service(), OPENING, CLOSING));
        }
        for (int i = 0; i < lines.size(); i++) {
            configuration.add(tree.service(), lines.get(i), i > opening && i < closing);
        }
        return configuration;
    }

    private static int indexOf(List<String> lines, String marker) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(marker))
                .findFirst()
                .orElse(-1);
    }

    private void add(String service, String line, boolean inside) {
        Map.Entry<String, String> setting = setting(line);
        if (setting == null) {
            if (!inside) {
                sharedText.add(line);
            }
            return;
        }
        String key = setting.getKey();
        if (shared.containsKey(key) || forced.containsKey(key)) {
            problems.add("Settings: %s is set twice in %s.".formatted(key, service));
        }
        (inside ? forced : shared).put(key, setting.getValue());
        if (!inside) {
            sharedText.add(key);
        }
    }

    private static Map.Entry<String, String> setting(String line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return one.stringPropertyNames().stream()
                .findFirst()
                .map(key -> Map.entry(key, one.getProperty(key)))
                .orElse(null);
    }

    /** The settings outside the marked section, as written. */
    Map<String, String> shared() {
        return shared;
    }

    /** The settings inside the marked section, as written. */
    Map<String, String> forced() {
        return forced;
    }

    /** The lines outside the marked section, settings without their values. */
    List<String> sharedText() {
        return sharedText;
    }

    List<String> problems() {
        return problems;
    }

    /**
     * What the service sees, with each {@code ${…}} replaced; empty for a key that is not set.
     *
     * @throws IllegalArgumentException when expressions go in a circle
     */
    Optional<String> value(String key) {
        return value(key, DEEPEST);
    }

    private Optional<String> value(String key, int deepest) {
        if (deepest == 0) {
            throw new IllegalArgumentException("The setting %s refers to itself.".formatted(key));
        }
        return Optional.ofNullable(forced.getOrDefault(key, shared.get(key)))
                .map(text -> EXPRESSION.matcher(text).replaceAll(expression -> {
                    String fallback = expression.group(2) == null ? "" : expression.group(2);
                    return Matcher.quoteReplacement(
                            value(expression.group(1), deepest - 1).orElse(fallback));
                }));
    }
}
