package org.concurrencylab.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One use of the lab, from its first child process to its last: owns the run's folder and whatever is started in it,
 * and closes all of it in reverse order, once, at the end or at a signal. Nothing it started outlives it, not even when
 * it is killed (see {@link Guard} and {@link Leftovers}).
 */
public final class Run implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int LOG_FOLDERS_KEPT = 10;

    private final RunFolder folder;
    private final Path logs;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread hook = new Thread(this::close, "clean-up");
    private final Object closeOnce = new Object();
    private volatile List<String> prefix = List.of();
    private boolean closing;
    private boolean closed;

    private Run(RunFolder folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /**
     * Begins a run below this user's temporary folder, its logs below the project's target folder. Call
     * {@link Leftovers#reap()} before.
     *
     * @throws LabFailure when the folder cannot be written
     */
    public static Run begin() {
        return begin(RunFolder.defaultBase(), LabHome.logs(), true);
    }

    static Run begin(Path base, Path allLogs, boolean guarded) {
        RunFolder folder = RunFolder.create(base);
        Path logs = allLogs.resolve(folder.path().getFileName());
        Run run = new Run(folder, logs);
        Runtime.getRuntime().addShutdownHook(run.hook);
        try {
            Files.createDirectories(logs);
            forgetOldLogs(allLogs, base);
            if (guarded) {
                run.open(() -> Guard.start(base));
            }
        } catch (IOException e) {
            run.close();
            throw new LabFailure("Cannot write to " + logs + ": " + e.getMessage() + ".", e);
        }
        return run;
    }

    /** Whether the whole program is being ended, by Ctrl-C for instance; errors are then consequences, not news. */
    public static boolean isInterrupted() {
        try {
            Thread probe = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /**
     * Makes a part and owns it from then on. A signal waits until the part is made, so {@code maker} does no more than
     * spawn a process or the like.
     *
     * @throws LabFailure when the run is closing already
     */
    public <T extends AutoCloseable> T open(Callable<T> maker) {
        synchronized (parts) {
            if (closing) {
                throw new LabFailure("The run is being ended.");
            }
            try {
                T part = maker.call();
                parts.push(part);
                return part;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new LabFailure(e.getMessage() + ".", e);
            }
        }
    }

    /** The run's temporary folder, deleted at its end. */
    public Path folder() {
        return folder.path();
    }

    /** For {@code java.io.tmpdir} of child JVMs. */
    public Path temp() {
        return folder.temp();
    }

    /** A log file of this run, kept after its end for whoever looks for a cause; those of the last runs are. */
    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /**
     * Programs that it starts from now on, and what they start, cannot have more processes and threads than this user
     * has now and so many more. Does nothing where the system knows no such limit, or knows it not for this user.
     */
    public void limitProcesses(int more) {
        prefix = ProcessLimit.prefix(more);
    }

    /** What its commands begin with. */
    List<String> prefix() {
        return prefix;
    }

    /** How many of its processes there are now, those of PostgreSQL aside. */
    public int processes() {
        return MarkedProcesses.count(folder.path());
    }

    /** Its processes, those of PostgreSQL among them. */
    public List<ProcessHandle> handles() {
        return MarkedProcesses.of(folder.path());
    }

    /**
     * As {@link #close}, without patience for those that are ended. To be called again by whoever was starting
     * something meanwhile, for what that has left.
     */
    public void abort() {
        MarkedProcesses.end(folder.path());
        close();
        closeQuietly(folder);
    }

    /**
     * Closes all parts, the last one first. Called again, or meanwhile by another thread, waits until all is closed.
     */
    @Override
    public void close() {
        synchronized (closeOnce) {
            if (closed) {
                return;
            }
            closed = true;
            List<AutoCloseable> lastFirst = partsToClose();
            // All at once, or the patience with each would add up.
            lastFirst.stream()
                    .filter(LabProcess.class::isInstance)
                    .map(LabProcess.class::cast)
                    .forEach(LabProcess::askToEnd);
            lastFirst.forEach(Run::closeQuietly);
            // What a start-up that is still under way in another thread has spawned since.
            MarkedProcesses.end(folder.path());
            closeQuietly(folder);
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.debug("closed by a signal");
            }
        }
    }

    private List<AutoCloseable> partsToClose() {
        synchronized (parts) {
            closing = true;
            return List.copyOf(parts);
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("closing {}", part, e);
        }
    }

    /** Not those of runs that are still under way, whose folders are there, too. */
    private static void forgetOldLogs(Path allLogs, Path base) throws IOException {
        try (Stream<Path> entries = Files.list(allLogs)) {
            List<Path> newestFirst = entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing((Path entry) -> entry.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : newestFirst.stream().skip(LOG_FOLDERS_KEPT).toList()) {
                if (Files.notExists(base.resolve(old.getFileName()))) {
                    RunFolder.delete(old);
                }
            }
        }
    }
}
