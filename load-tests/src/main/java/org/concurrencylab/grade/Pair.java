package org.concurrencylab.grade;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.results.AtomicFile;

/**
 * In what the sources of the two services differ.
 *
 * @param blockingFiles Java files of blocking-service
 * @param reactiveFiles Java files of reactive-service
 * @param differing files of the same name whose text differs
 * @param blockingSettings settings that blocking-service alone has
 * @param reactiveSettings settings that reactive-service alone has
 * @param blockingClasses names of classes within classes that blocking-service alone has
 */
record Pair(
        int blockingFiles,
        int reactiveFiles,
        int differing,
        int blockingSettings,
        int reactiveSettings,
        Set<String> blockingClasses) {

    private static final String JAVA = "src/main/java";
    private static final String SETTINGS = "src/main/resources/application.properties";
    private static final String CLASSES = "target/classes";
    private static final Pattern NESTED = Pattern.compile(".*\\$([A-Za-z]\\w*)\\.class");

    /** Of a project that is built. */
    static Pair of(Path project) {
        Path blocking = project.resolve("blocking-service");
        Path reactive = project.resolve("reactive-service");
        Set<String> blockingFiles = files(blocking.resolve(JAVA), ".java");
        Set<String> reactiveFiles = files(reactive.resolve(JAVA), ".java");
        int differing = (int) blockingFiles.stream()
                .filter(reactiveFiles::contains)
                .filter(file -> differ(
                        blocking.resolve(JAVA).resolve(file),
                        reactive.resolve(JAVA).resolve(file)))
                .count();
        Set<String> blockingSettings = settings(blocking);
        Set<String> reactiveSettings = settings(reactive);
        return new Pair(
                blockingFiles.size(),
                reactiveFiles.size(),
                differing,
                without(blockingSettings, reactiveSettings).size(),
                without(reactiveSettings, blockingSettings).size(),
                without(nested(blocking), nested(reactive)));
    }

    private static Set<String> nested(Path service) {
        return files(service.resolve(CLASSES), ".class").stream()
                .map(NESTED::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> settings(Path service) {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(service.resolve(SETTINGS), StandardCharsets.UTF_8)) {
            settings.load(reader);
            return settings.stringPropertyNames();
        } catch (IOException e) {
            throw unreadable(service.resolve(SETTINGS), e);
        }
    }

    /** Relative to the folder. */
    private static Set<String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean differ(Path one, Path other) {
        try {
            return Files.mismatch(one, other) >= 0;
        } catch (IOException e) {
            throw unreadable(one, e);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static LabFailure unreadable(Path path, IOException e) {
        return new LabFailure("Cannot read " + path + ": " + AtomicFile.reason(e) + ".", e);
    }
}
