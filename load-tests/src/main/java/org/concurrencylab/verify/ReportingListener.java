package org.concurrencylab.verify;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Turns JUnit's events into a report. JUnit calls it from one thread. */
final class ReportingListener implements TestExecutionListener {

    private static final int LONGEST_MESSAGE = 300;

    private final URI service;
    private final long start = System.nanoTime();
    private final List<ContractReport.Finding> failed = new ArrayList<>();
    private final List<ContractReport.Finding> skipped = new ArrayList<>();
    private int checks;

    ReportingListener(URI service) {
        this.service = service;
    }

    ContractReport report() {
        return new ContractReport(
                service,
                checks,
                List.copyOf(failed),
                List.copyOf(skipped),
                Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(new ContractReport.Finding(name(test), reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String message = result.getThrowable().map(ReportingListener::oneLine).orElse("");
        switch (result.getStatus()) {
            case ABORTED -> skipped.add(new ContractReport.Finding(name(test), message));
            case FAILED -> {
                failed.add(new ContractReport.Finding(name(test), message));
                checks++;
            }
            case SUCCESSFUL -> checks += test.isTest() ? 1 : 0;
        }
    }

    private static String name(TestIdentifier test) {
        String method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
        String topic = ContractRunner.topic(test.getSource().orElse(null))
                .map(name -> name + ".")
                .orElse("");
        boolean repeated = !test.getDisplayName().startsWith(method);
        return topic + method + (repeated ? " " + test.getDisplayName().replaceAll("\\p{Cntrl}", "?") : "");
    }

    private static String oneLine(Throwable thrown) {
        String text = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        String line =
                text.replace("Assumption failed: ", "").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
