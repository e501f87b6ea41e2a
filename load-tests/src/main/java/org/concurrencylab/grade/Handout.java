package org.concurrencylab.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;

/**
 * The repository as students get it: what git knows of this one, without what gives solutions away, every assignment at
 * its start, in a repository with no history.
 *
 * @param home this repository
 * @param assignments whose starts replace the right code
 */
record Handout(Path home, List<Assignment> assignments) {

    /** Solutions, what tells them from others, the tests that need both, and the workflow that runs those. */
    private static final List<Pattern> KEPT_BACK = Stream.of(
                    "assignments/[^/]+/(start|solution|wrong)/.*",
                    "assignments/[^/]+/" + Pattern.quote(Expected.FILE),
                    "assignments/INSTRUCTORS\\.md",
                    "load-tests/src/test/java/org/concurrencylab/grade/.*",
                    "\\.github/workflows/.*")
            .map(Pattern::compile)
            .toList();

    /** Why nothing can be written there, in one sentence; empty when it can. */
    static Optional<String> objection(Path target) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(target)) {
            return entries.findAny()
                    .map(any -> "the hand-out needs a new or an empty folder, and " + target + " holds files");
        } catch (IOException e) {
            return Optional.of("the hand-out needs a folder, and " + target + " is none");
        }
    }

    /** Whether students do not get this file. */
    static boolean isKeptBack(String file) {
        return KEPT_BACK.stream().anyMatch(pattern -> pattern.matcher(file).matches());
    }

    /**
     * Writes it.
     *
     * @param target a new or an empty folder
     * @return how many files there are
     * @throws LabFailure when git or the disk does not do its part
     */
    int write(Path target) {
        List<String> files = git(home, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stream()
                .flatMap(output -> Stream.of(output.split("\0")))
                .filter(file -> !file.isEmpty() && !isKeptBack(file) && Files.isRegularFile(home.resolve(file)))
                .toList();
        files.forEach(file -> Sources.copyFile(home.resolve(file), target.resolve(file)));
        assignments.stream()
                .map(each -> home.resolve("assignments").resolve(each.folder()))
                .filter(folder -> !Expected.isTheRepository(folder))
                .forEach(folder -> Sources.copy(folder.resolve(Expected.START), target));
        git(target, "init", "--quiet");
        git(target, "add", "--all");
        git(
                target,
                "-c",
                "user.name=Concurrency Lab",
                "-c",
                "user.email=lab@localhost",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "--quiet",
                "--no-verify",
                "--message",
                "Hand out the concurrency lab");
        return git(target, "ls-files", "-z").stream()
                .mapToInt(output -> output.split("\0").length)
                .sum();
    }

    /** Runs git in a folder; what it says, empty or one text. */
    private static List<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            git.getOutputStream().close();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new LabFailure("The hand-out needs git, which says: "
                        + output.lines().findFirst().orElse("nothing") + ".");
            }
            return output.isEmpty() ? List.of() : List.of(output);
        } catch (IOException e) {
            throw new LabFailure("The hand-out needs git, which cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The hand-out was interrupted.", e);
        }
    }
}
