package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a run, found by a mark that each carries from its very first moment: the run's folder in its
 * environment ({@code CONCURRENCYLAB_RUN}), in a system property ({@code -Dconcurrencylab.run}), or as PostgreSQL's
 * data folder. A list of process ids in a file would have a moment after each fork when a child is missing from it, and
 * would name strangers once an id is reused.
 */
final class MarkedProcesses {

    static final String ENVIRONMENT = "CONCURRENCYLAB_RUN";
    static final String PROPERTY = "-Dconcurrencylab.run=";

    private static final String POSTGRES = "/postgres";
    private static final Duration POSTGRES_STOPS_WITHIN = Duration.ofSeconds(4);
    private static final int ROUNDS = 50;

    private MarkedProcesses() {}

    static List<ProcessHandle> of(Path run) {
        return ProcessHandle.allProcesses()
                .filter(process -> isMarked(process, run))
                .toList();
    }

    /** How many there are now, those of PostgreSQL aside. */
    static int count(Path run) {
        return Math.toIntExact(of(run).stream()
                .filter(process -> !process.info().command().orElse("").endsWith(POSTGRES))
                .count());
    }

    /** Ends all processes of the run and what they started; returns how many were found. Bounded by a few seconds. */
    static int end(Path run) {
        int ended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> found = of(run);
            if (found.isEmpty()) {
                return ended;
            }
            ended = Math.max(ended, found.size());
            killTrees(found.stream()
                    .filter(process -> !isPostmaster(process, run))
                    .toList());
            found.stream().filter(process -> isPostmaster(process, run)).forEach(MarkedProcesses::endPostmaster);
            pause();
        }
        return ended;
    }

    /**
     * Ends a PostgreSQL server at once, without the checkpoint of an orderly stop: its data is thrown away with the
     * run. SIGQUIT, not SIGKILL, because only then it frees its shared memory.
     */
    static void endPostmaster(ProcessHandle postmaster) {
        List<ProcessHandle> backends = postmaster.children().toList();
        signal("QUIT", postmaster.pid());
        if (!Await.until(() -> !postmaster.isAlive(), POSTGRES_STOPS_WITHIN)) {
            postmaster.destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** One look at who is whose child for all of them: where processes breed, a look for each would never end. */
    private static void killTrees(List<ProcessHandle> roots) {
        Map<Long, List<ProcessHandle>> children = ProcessHandle.allProcesses()
                .collect(Collectors.groupingBy(
                        process -> process.parent().map(ProcessHandle::pid).orElse(0L)));
        Deque<ProcessHandle> doomed = new ArrayDeque<>(roots);
        Set<Long> seen = new HashSet<>();
        while (!doomed.isEmpty()) {
            ProcessHandle process = doomed.pop();
            if (seen.add(process.pid())) {
                process.destroyForcibly();
                doomed.addAll(children.getOrDefault(process.pid(), List.of()));
            }
        }
    }

    private static boolean isMarked(ProcessHandle process, Path run) {
        return arguments(process)
                        .anyMatch(argument -> argument.equals(PROPERTY + run)
                                || argument.equals(Database.dataFolder(run).toString()))
                || ProcFiles.zeroSeparated(process.pid() + "/environ").stream()
                        .anyMatch(variable -> variable.equals(ENVIRONMENT + "=" + run)
                                || variable.equals("PGDATA=" + Database.dataFolder(run)));
    }

    private static boolean isPostmaster(ProcessHandle process, Path run) {
        Optional<String> program = arguments(process).findFirst();
        return program.isPresent()
                && Path.of(program.get()).endsWith("postgres")
                && arguments(process)
                        .anyMatch(argument ->
                                argument.equals(Database.dataFolder(run).toString()));
    }

    /** The program and its arguments. The JDK gives up on Linux where they exceed a page, as a class path does. */
    private static Stream<String> arguments(ProcessHandle process) {
        if (ProcFiles.exist()) {
            return ProcFiles.zeroSeparated(process.pid() + "/cmdline").stream();
        }
        return Stream.concat(
                process.info().command().stream(),
                process.info().arguments().stream().flatMap(Stream::of));
    }

    private static void signal(String name, long pid) {
        try {
            // The shell's own kill: a program of that name is missing on some small systems.
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
