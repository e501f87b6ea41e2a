package org.concurrencylab.compare;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line that is rewritten: a bar, what is being measured, its rate and errors, and the time that is left. */
public final class TerminalProgress implements Progress {

    private static final int REFRESH_MILLIS = 500;
    private static final long STEPS_PER_SECOND = 10;

    private final PrintWriter out;
    private final PrintStream terminal;
    private final int columns;
    private final long total;
    private long done;
    private double stepSeconds;
    private Instant stepBegan = Instant.now();
    private String step = "";
    private ProgressBar bar;

    /**
     * @param out where lines that stay are printed
     * @param terminal where the rewritten line goes
     * @param columns width of the terminal in characters
     * @param seconds expected length of the whole run, in seconds
     */
    public TerminalProgress(PrintWriter out, PrintStream terminal, int columns, double seconds) {
        this.out = out;
        this.terminal = terminal;
        this.columns = columns;
        this.total = Math.round(seconds * STEPS_PER_SECOND);
    }

    @Override
    public void say(String label, String text) {
        // The bar must be gone from the line, or its rest would stand behind the text.
        hide();
        out.printf("  %-10s %s%n", label, text);
        out.flush();
    }

    @Override
    public void begin(String what, double seconds) {
        done += Math.round(stepSeconds * STEPS_PER_SECOND);
        step = what;
        stepSeconds = seconds;
        stepBegan = Instant.now();
        show("");
    }

    @Override
    public void update(double completedPerSecond, long errors) {
        show(" · %,.0f/s · %,d errors".formatted(completedPerSecond, errors));
    }

    private void show(String rate) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("  measuring ")
                    .setInitialMax(total)
                    // Or it would be drawn empty once after each line that stays.
                    .startsFrom(Math.min(total, done), Duration.ZERO)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new OneLine(terminal, columns))
                    .setEtaFunction(state -> java.util.Optional.of(left()))
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(Math.min(total, done + elapsed()));
        // What is left comes first: a narrow terminal cuts the end off.
        bar.setExtraMessage(" " + timeLeft() + " · " + step + rate);
    }

    private long elapsed() {
        double seconds = ChronoUnit.MILLIS.between(stepBegan, Instant.now()) / 1_000.0;
        return Math.round(Math.min(seconds, stepSeconds) * STEPS_PER_SECOND);
    }

    private Duration left() {
        return Duration.ofSeconds((total - Math.min(total, done + elapsed())) / STEPS_PER_SECOND);
    }

    private String timeLeft() {
        Duration left = left();
        return "%d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
    }

    private void hide() {
        if (bar != null) {
            bar.close();
            bar = null;
            // The library clears the line from another thread, at times before its last drawing.
            terminal.print("\r" + " ".repeat(columns - 1) + "\r");
            terminal.flush();
        }
    }

    @Override
    public void close() {
        hide();
    }

    /** The library's own goes on to the next line in the end and would leave an empty one. */
    private static final class OneLine extends ConsoleProgressBarConsumer {
        private final PrintStream terminal;

        OneLine(PrintStream terminal, int columns) {
            super(terminal, columns);
            this.terminal = terminal;
        }

        @Override
        public void close() {
            terminal.flush();
        }
    }
}
