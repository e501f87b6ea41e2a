package org.concurrencylab.grade;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.results.AtomicFile;

/**
 * What an assignment brings along, and what its grade must be.
 *
 * @param name "start", "solution" or the name of a wrong solution
 * @param overlays folders that are laid over the repository, one after another
 * @param words that the first reason, for the start the first hint, must hold; empty when it must pass
 */
record Expected(String name, List<Path> overlays, Optional<String> words) {

    static final String START = "start";
    static final String SOLUTION = "solution";
    static final String WRONG = "wrong";
    static final String FILE = "expected.properties";

    /**
     * All of an assignment, the start first. Without a folder for it the start is the repository as it is, and a wrong
     * solution is the right one with a mistake.
     *
     * @param folder of the assignment
     * @throws LabFailure when something cannot be read, or when a wrong solution has no words
     */
    static List<Expected> of(Path folder) {
        Properties words = words(folder);
        List<Path> start = isTheRepository(folder) ? List.of() : List.of(folder.resolve(START));
        List<Path> solution = and(start, folder.resolve(SOLUTION));
        List<Path> base = isTheRepository(folder) ? solution : start;
        Stream<Expected> right = Stream.of(
                new Expected(START, start, Optional.of(word(words, START, folder))),
                new Expected(SOLUTION, solution, Optional.empty()));
        Stream<Expected> wrong = wrong(folder).stream()
                .map(each -> new Expected(
                        each.getFileName().toString(),
                        and(base, each),
                        Optional.of(word(words, each.getFileName().toString(), folder))));
        return Stream.concat(right, wrong).toList();
    }

    /** Whether an assignment starts from the repository as it is, and not from something that was broken first. */
    static boolean isTheRepository(Path folder) {
        return !Files.isDirectory(folder.resolve(START));
    }

    /** What is not as it must be; empty when it is. */
    Optional<String> objection(Grade grade) {
        if (words.isEmpty()) {
            return grade.lacks().stream().findFirst().map(lack -> "should pass, but: " + lack.reason());
        }
        if (grade.passed()) {
            return Optional.of("should not pass");
        }
        Lack first = grade.lacks().getFirst();
        String said = name.equals(START) ? first.hint() : first.reason();
        return said.contains(words.get())
                ? Optional.empty()
                : Optional.of("should be told \"%s\", but is told: %s".formatted(words.get(), said));
    }

    private static List<Path> and(List<Path> overlays, Path last) {
        return Stream.concat(overlays.stream(), Stream.of(last)).toList();
    }

    private static List<Path> wrong(Path folder) {
        try (Stream<Path> entries = Files.list(folder.resolve(WRONG))) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder.resolve(WRONG), e);
        }
    }

    private static Properties words(Path folder) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw unreadable(folder.resolve(FILE), e);
        }
    }

    private static String word(Properties words, String name, Path folder) {
        return Optional.ofNullable(words.getProperty(name))
                .orElseThrow(
                        () -> new LabFailure("There is no line for " + name + " in " + folder.resolve(FILE) + "."));
    }

    private static LabFailure unreadable(Path path, IOException e) {
        return new LabFailure(
                "Cannot read " + path + ": " + AtomicFile.reason(e) + "; a hand-out has no solutions to test.", e);
    }
}
