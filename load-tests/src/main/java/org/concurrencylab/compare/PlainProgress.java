package org.concurrencylab.compare;

import java.io.PrintWriter;

/** One line for each step, for logs and pipes. */
public final class PlainProgress implements Progress {

    private final PrintWriter out;

    public PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void say(String label, String text) {
        out.printf("  %-10s %s%n", label, text);
        out.flush();
    }

    @Override
    public void begin(String what, double seconds) {
        say("", what);
    }

    @Override
    public void update(double completedPerSecond, long errors) {
        // A log has no use for a line that changes twice a second.
    }

    @Override
    public void close() {
        out.flush();
    }
}
