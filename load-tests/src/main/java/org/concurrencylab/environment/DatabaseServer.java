package org.concurrencylab.environment;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does to a run's PostgreSQL what a machine, its operator or its network may do to one: ends it in three ways and
 * starts it again on the same port and data, lets it stand still, ends its connections. Only for one that keeps what it
 * acknowledged ({@link Database#startDurable}); another would not come back.
 *
 * @param run that it belongs to
 * @param database that this is done to
 */
public record DatabaseServer(Run run, Database database) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** How PostgreSQL itself can be asked to end while clients are connected. */
    public enum Stop {
        /** It ends all connections, rolls their transactions back and writes a checkpoint. */
        FAST,
        /** It ends at once, as in a crash, and recovers when it is started. */
        IMMEDIATE
    }

    /** Ends it, starts it again and waits until it accepts connections: the time of that, {@link System#nanoTime}. */
    public long restart(Stop stop) {
        control("restart", "-m", stop == Stop.FAST ? "fast" : "immediate");
        return awaitConnections();
    }

    /**
     * Kills its first process, which can then tell nobody, and after the others of it have noticed starts it again; the
     * time at which it accepts connections, {@link System#nanoTime}.
     */
    public long killAndStart() {
        ProcessHandle postmaster = database.postmaster().orElseThrow(() -> new LabFailure("PostgreSQL does not run."));
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        // It does not start while one of the old processes is there, for that one could still write.
        Await.until(() -> children.stream().noneMatch(ProcessHandle::isAlive), PATIENCE);
        children.forEach(ProcessHandle::destroyForcibly);
        control("restart");
        return awaitConnections();
    }

    /** Nothing of it gets to run, and no connection breaks, until {@link #thaw}. */
    public void freeze() {
        signal("STOP");
    }

    /** It runs again. */
    public void thaw() {
        signal("CONT");
    }

    /** Ends every connection but the one that says so. */
    public void endConnections() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new LabFailure("Cannot end PostgreSQL's connections: " + e.getMessage() + ".", e);
        }
    }

    private void signal(String signal) {
        if (!MarkedProcesses.signal(signal, database.pids())) {
            throw new LabFailure("PostgreSQL cannot be sent the signal " + signal + ".");
        }
    }

    private long awaitConnections() {
        if (!Await.until(this::accepts, PATIENCE, PAUSE)) {
            throw new LabFailure("PostgreSQL did not come back within " + PATIENCE.toSeconds() + " s (log: "
                    + run.log("postgresql") + ").");
        }
        return System.nanoTime();
    }

    private boolean accepts() {
        try (Connection connection = database.connect()) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    /** PostgreSQL's own program, which knows from a file how the server was started. */
    private void control(String... arguments) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to run as root; the library starts it in the same way.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        String data = database.data().toString();
        Path log = run.log("postgresql");
        command.addAll(List.of(program().toString(), "-D", data, "-l", log.toString(), "-W"));
        command.addAll(List.of(arguments));
        try {
            // Not a pipe, which the server would inherit and hold open.
            Process control = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!control.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || control.exitValue() != 0) {
                control.destroyForcibly();
                throw new LabFailure("PostgreSQL cannot be restarted (log: " + log + ").");
            }
        } catch (IOException e) {
            throw new LabFailure("PostgreSQL cannot be restarted: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The restart of PostgreSQL was interrupted.", e);
        }
    }

    private Path program() {
        Path options = database.data().resolve("postmaster.opts");
        try {
            String server = Files.readString(options).split(" \"", 2)[0].strip();
            return Path.of(server).resolveSibling("pg_ctl");
        } catch (IOException e) {
            throw new LabFailure("Cannot read " + options + ": " + e.getMessage() + ".", e);
        }
    }
}
