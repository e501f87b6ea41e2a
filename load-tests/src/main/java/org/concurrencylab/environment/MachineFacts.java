package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.results.Results;
import oshi.SystemInfo;

/** What a report says of the machine and its software. */
public final class MachineFacts {

    private static final String UNKNOWN = "unknown";

    private MachineFacts() {}

    /** The facts of this machine, with our own database. */
    public static Results.Environment of(Database database, CpuSets cpus) {
        return of(database.version(), database.settings(), cpus);
    }

    /** The facts of this machine, which loads services that run elsewhere. */
    public static Results.Environment ofTargets(CpuSets cpus) {
        return of(UNKNOWN, Map.of(), cpus);
    }

    private static Results.Environment of(String postgres, Map<String, String> settings, CpuSets cpus) {
        SystemInfo machine = new SystemInfo();
        Versions versions = Versions.ofThisBuild();
        return new Results.Environment(
                machine.getHardware()
                        .getProcessor()
                        .getProcessorIdentifier()
                        .getName()
                        .strip(),
                Runtime.getRuntime().availableProcessors(),
                machine.getHardware().getMemory().getTotal(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vm.version") + " " + property("java.vendor"),
                postgres,
                settings,
                versions.gatling(),
                versions.quarkus(),
                LabHome.search().map(MachineFacts::commit).orElse(UNKNOWN),
                cpus.serviceLabel(),
                cpus.othersLabel());
    }

    private static String property(String name) {
        return System.getProperty(name, UNKNOWN);
    }

    /** The commit, "-dirty" when files differ from it; "unknown" without git or outside of a repository. */
    static String commit(Path folder) {
        return git(folder, "rev-parse", "--short=12", "HEAD")
                .map(commit -> git(folder, "status", "--porcelain", "--untracked-files=no")
                                .filter(String::isEmpty)
                                .isPresent()
                        ? commit
                        : commit + "-dirty")
                .orElse(UNKNOWN);
    }

    private static Optional<String> git(Path folder, String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                            .collect(Collectors.toList()))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
