package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what it was told, and does something when a step begins. */
final class RecordedProgress implements Progress {

    private final List<String> steps = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Consumer<String> onStep;

    RecordedProgress() {
        this(step -> {});
    }

    RecordedProgress(Consumer<String> onStep) {
        this.onStep = onStep;
    }

    @Override
    public void say(String label, String text) {
        said.add(label + ": " + text);
    }

    @Override
    public void begin(String what, double seconds) {
        steps.add(what);
        onStep.accept(what);
    }

    @Override
    public void update(double completedPerSecond, long errors) {
        // Nothing depends on it.
    }

    @Override
    public void close() {
        // Nothing to end.
    }

    List<String> steps() {
        return steps;
    }

    List<String> said() {
        return said;
    }
}
