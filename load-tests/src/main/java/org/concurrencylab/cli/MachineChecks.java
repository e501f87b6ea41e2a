package org.concurrencylab.cli;

import static org.concurrencylab.cli.Check.Verdict.MISSING;
import static org.concurrencylab.cli.Check.Verdict.WEAK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.environment.Ports;
import oshi.SystemInfo;

/** What {@code ./lab doctor} looks at. */
final class MachineChecks {

    private static final int JAVA = 21;
    private static final double GB = 1e9;
    /** Three services of about 500 MB, generator, sellers, PostgreSQL. */
    private static final double MEMORY_GB = 3;

    private static final double DISK_GB = 1;
    /** Two connections per request in flight, some thousands of them, and what a JVM opens. */
    private static final int OPEN_FILES = 10_000;
    /** Connections that arrive while the service has no time to accept. */
    private static final int ACCEPT_QUEUE = 1024;

    private static final List<Integer> UP_PORTS = List.of(1, 2, 3, 10);

    private MachineChecks() {}

    static List<Check> all() {
        return List.of(
                jdk(), maven(), cpus(), pinning(), memory(), disk(), openFiles(), acceptQueue(), ports(), leftovers());
    }

    private static Check jdk() {
        return Check.of(
                Runtime.version().feature() >= JAVA,
                MISSING,
                "JDK",
                Runtime.version() + " in " + System.getProperty("java.home"),
                "install a JDK " + JAVA + " or newer and point JAVA_HOME at it");
    }

    private static Check maven() {
        String maven = System.getenv().getOrDefault("LAB_MVN", "mvn");
        Optional<String> version =
                output(maven, "-v").flatMap(text -> text.lines().findFirst());
        return Check.of(
                version.isPresent(),
                MISSING,
                "Maven",
                version.map(line -> line.replaceAll("\u001B\\[[;\\d]*m", "")).orElse("not found"),
                isMac() ? "brew install maven" : "sudo apt-get install maven, or your distribution's package");
    }

    private static Check cpus() {
        int cpus = Runtime.getRuntime().availableProcessors();
        return Check.of(
                cpus >= 2,
                WEAK,
                "CPUs",
                String.valueOf(cpus),
                "give this machine two CPUs: on one, all compete for it");
    }

    private static Check pinning() {
        CpuSets sets = CpuSets.ofThisMachine();
        return Check.of(
                sets.arePinned(),
                WEAK,
                "pinning",
                "service on CPU " + sets.serviceLabel() + ", the rest on " + sets.othersLabel(),
                isMac()
                        ? "macOS cannot pin processes; results are marked as unpinned"
                        : CpuSets.hasTaskset()
                                ? "needs two CPUs; results are marked as unpinned"
                                : "sudo apt-get install util-linux, for taskset; results are marked as unpinned");
    }

    private static Check memory() {
        double free = new SystemInfo().getHardware().getMemory().getAvailable() / GB;
        return Check.of(
                free >= MEMORY_GB,
                MISSING,
                "memory",
                "%.1f GB free".formatted(free),
                "end other programs: the lab needs %.0f GB".formatted(MEMORY_GB));
    }

    private static Check disk() {
        Path home = LabHome.find();
        double project = freeGb(home);
        double temporary = freeGb(Path.of(System.getProperty("java.io.tmpdir")));
        return Check.of(
                Math.min(project, temporary) >= DISK_GB,
                MISSING,
                "disk",
                "%.0f GB free, %.0f GB for temporary files".formatted(project, temporary),
                "free %.0f GB in %s and in %s".formatted(DISK_GB, home, System.getProperty("java.io.tmpdir")));
    }

    private static double freeGb(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / GB;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The hard limit: a JVM raises its own soft limit to it. */
    private static Check openFiles() {
        String limit = output("sh", "-c", "ulimit -Hn").orElse("unknown");
        return Check.of(
                !limit.matches("\\d+") || Long.parseLong(limit) >= OPEN_FILES,
                WEAK,
                "open files",
                limit,
                "ulimit -n " + OPEN_FILES + ", as an administrator: fewer connections fit than experiments want");
    }

    private static Check acceptQueue() {
        Optional<String> length = output("cat", "/proc/sys/net/core/somaxconn");
        return Check.of(
                length.map(Integer::valueOf).orElse(ACCEPT_QUEUE) >= ACCEPT_QUEUE,
                WEAK,
                "somaxconn",
                length.orElse("unknown on this operating system"),
                "sudo sysctl -w net.core.somaxconn=4096");
    }

    private static Check ports() {
        String taken = UP_PORTS.stream()
                .map(offset -> UpCommand.USUAL_PORT_BASE + offset)
                .filter(port -> !Ports.isFree(port))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return Check.of(
                taken.isEmpty(),
                WEAK,
                "ports",
                taken.isEmpty() ? "those of ./lab up are free" : "taken: " + taken,
                "./lab up --port-base " + freeBase() + "; ./lab compare takes free ports by itself");
    }

    private static int freeBase() {
        return IntStream.iterate(9080, base -> base < 60_000, base -> base + 1000)
                .filter(base -> UP_PORTS.stream().allMatch(offset -> Ports.isFree(base + offset)))
                .findFirst()
                .orElse(9080);
    }

    private static Check leftovers() {
        int runs = Leftovers.ofThisUser().count();
        return Check.of(
                runs == 0,
                WEAK,
                "leftovers",
                runs == 0 ? "none" : "of " + runs + " killed runs",
                "the next ./lab up, dev or compare clears them");
    }

    private static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
