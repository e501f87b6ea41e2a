package org.concurrencylab.grade;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.concurrencylab.environment.Run;

/**
 * Ends a run that takes too long, writes too much or breeds processes, with all of them. Who waits for one of them then
 * sees it gone, and asks here for the cause.
 */
final class Watch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Whose a process is costs more to ask than how many there are. */
    private static final int LOOKS_PER_LOOK_AT_OTHERS = 10;

    private static final long MEGABYTE = 1_000_000;

    private final Run run;
    private final Limits limits;
    private final DoubleSupplier othersShare;
    private final Runnable lookAtOthers;
    private final long end;
    private final long before = ProcessHandle.allProcesses().count();
    private final Thread thread = new Thread(this::watch, "watch");
    private volatile Phase phase;
    private volatile String objection = "";
    private volatile String excuse = "";

    private record Phase(String name, Duration most, long end) {}

    private Watch(Run run, Limits limits, Runnable lookAtOthers, DoubleSupplier othersShare) {
        this.run = run;
        this.limits = limits;
        this.lookAtOthers = lookAtOthers;
        this.othersShare = othersShare;
        end = System.nanoTime() + limits.total().toNanos();
        phase = new Phase("at work", limits.total(), end);
        thread.setDaemon(true);
    }

    static Watch over(Run run, Limits limits) {
        Neighbours neighbours = new Neighbours(run);
        return begin(new Watch(run, limits, neighbours::look, neighbours::share));
    }

    /** For tests: with so much of the machine in other hands, from 0 to 1. */
    static Watch over(Run run, Limits limits, double othersShare) {
        return begin(new Watch(run, limits, () -> {}, () -> othersShare));
    }

    private static Watch begin(Watch watch) {
        watch.thread.start();
        return watch;
    }

    /**
     * From now on it does this.
     *
     * @param name as in "It was still ..."
     * @param most for this alone, within the time for all
     */
    void enter(String name, Duration most) {
        phase = new Phase(name, most, System.nanoTime() + most.toNanos());
    }

    /** Why the run was ended, in one sentence; empty when it was not. */
    Optional<String> objection() {
        return objection.isEmpty() ? Optional.empty() : Optional.of(objection);
    }

    /** Why an end for lack of time says nothing of what was run, in one sentence; empty when it does. */
    Optional<String> excuse() {
        return excuse.isEmpty() ? Optional.empty() : Optional.of(excuse);
    }

    /** Whether others have taken so much of this machine that a lack of time says nothing of what was run. */
    boolean crowded() {
        return othersShare.getAsDouble() > limits.crowded();
    }

    private void watch() {
        try {
            for (int looks = 0; objection.isEmpty(); looks++) {
                Thread.sleep(PAUSE);
                if (looks % LOOKS_PER_LOOK_AT_OTHERS == 0) {
                    lookAtOthers.run();
                }
                look();
            }
            run.abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Phase now = phase;
        if (System.nanoTime() > end) {
            excuse = excuseOfTheMachine();
            objection = "It was still " + now.name() + " after "
                    + limits.total().toSeconds() + " s, which is all the time there is.";
        } else if (System.nanoTime() > now.end()) {
            excuse = excuseOfTheMachine();
            objection = "It was still " + now.name() + " after " + now.most().toSeconds() + " s.";
        } else if (written() > limits.outputBytes()) {
            objection =
                    "It wrote more than " + limits.outputBytes() / MEGABYTE + " MB while it was " + now.name() + ".";
        } else if (breeds()) {
            objection = "It had more than " + limits.processes() + " processes while it was " + now.name() + ".";
        }
    }

    private String excuseOfTheMachine() {
        double share = othersShare.getAsDouble();
        return share > limits.crowded()
                ? "Other programs took %.0f %% of this machine's CPU time, and the grading did not end in time; that says nothing of the submission. Grade again when the machine is free."
                        .formatted(100 * share)
                : "";
    }

    private boolean breeds() {
        return ProcessHandle.allProcesses().count() - before > limits.processes()
                && run.processes() > limits.processes();
    }

    private long written() {
        Path logs = run.log("any").getParent();
        File[] files = logs.toFile().listFiles();
        return files == null ? 0 : Stream.of(files).mapToLong(File::length).sum();
    }

    @Override
    public void close() {
        if (objection.isEmpty()) {
            thread.interrupt();
        }
    }
}
