package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.concurrencylab.environment.LabProcess;
import org.concurrencylab.environment.OwnRuns;
import org.concurrencylab.environment.Run;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    /** Tests run beside others. */
    private static final double NEVER = 1;

    private static final double CROWDED = 0.25;

    @Test
    void endsWhatPrintsMegabytes() throws Exception {
        assertThat(objection("yes", new Limits(LONG, LONG, 1_000_000, 0, 100, 0, NEVER), LONG))
                .isEqualTo("It wrote more than 1 MB while it was building.");
    }

    @Test
    void endsWhatHangsWithAllThatItStarted() throws Exception {
        Limits limits = new Limits(LONG, LONG, 1_000_000, 0, 100, 0, NEVER);
        assertThat(objection("(sleep 300 & sleep 300) & sleep 300", limits, Duration.ofSeconds(1)))
                .isEqualTo("It was still building after 1 s.");
    }

    @Test
    void endsWhatTakesAllTheTimeThereIs() throws Exception {
        Limits limits = new Limits(LONG, Duration.ofSeconds(1), 1_000_000, 0, 100, 0, NEVER);
        assertThat(objection("sleep 300", limits, LONG))
                .isEqualTo("It was still building after 1 s, which is all the time there is.");
    }

    @Test
    void excusesWhatTakesTooLongOnAMachineThatOthersUse() throws Exception {
        Limits limits = new Limits(LONG, Duration.ofSeconds(1), 1_000_000, 0, 100, 0, CROWDED);
        assertThat(excuse("sleep 300", limits, 0.6))
                .hasValueSatisfying(
                        excuse -> assertThat(excuse).startsWith("Other programs took 60 % of this machine's CPU time"));
        assertThat(excuse("sleep 300", limits, 0.1)).isEmpty();
    }

    @Test
    void excusesNothingButALackOfTime() throws Exception {
        assertThat(excuse("yes", new Limits(LONG, LONG, 1_000_000, 0, 100, 0, CROWDED), 0.6))
                .isEmpty();
    }

    private static Optional<String> excuse(String script, Limits limits, double othersShare) throws Exception {
        try (Run run = Run.begin();
                Watch watch = Watch.over(run, limits, othersShare)) {
            LabProcess process = LabProcess.start(run, "script", List.of("sh", "-c", script), Map.of());
            process.onExit().get(1, TimeUnit.MINUTES);
            assertThat(watch.objection()).isPresent();
            return watch.excuse();
        }
    }

    @Test
    void endsWhatStartsProcessAfterProcess() throws Exception {
        Limits limits = new Limits(LONG, LONG, 1_000_000, 0, 50, 0, NEVER);
        assertThat(objection("for i in $(seq 500); do sleep 300 & done; sleep 300", limits, LONG))
                .isEqualTo("It had more than 50 processes while it was building.");
    }

    @Test
    void endsWhatLeavesItsParentBehind() throws Exception {
        Limits limits = new Limits(LONG, LONG, 1_000_000, 0, 50, 0, NEVER);
        String bomb = "breed() { if [ $1 -eq 0 ]; then sleep 300; else breed $(($1 - 1)) & breed $(($1 - 1)) & fi; }; ";
        assertThat(objection(bomb + "breed 8; sleep 300", limits, LONG))
                .isEqualTo("It had more than 50 processes while it was building.");
    }

    @Test
    void saysNothingOfWhatKeepsWithinTheLimits() throws Exception {
        try (Run run = Run.begin();
                Watch watch = Watch.over(run, new Limits(LONG, LONG, 1_000_000, 0, 100, 0, NEVER))) {
            assertThat(LabProcess.start(run, "quick", List.of("sh", "-c", "echo done"), Map.of())
                            .waitFor())
                    .isZero();
            assertThat(watch.objection()).isEmpty();
        }
    }

    /** What is said of a script, of which nothing may be left. */
    private static String objection(String script, Limits limits, Duration most) throws Exception {
        try (Run run = Run.begin();
                Watch watch = Watch.over(run, limits)) {
            LabProcess process = LabProcess.start(run, "script", List.of("sh", "-c", script), Map.of());
            watch.enter("building", most);
            process.onExit().get(1, TimeUnit.MINUTES);
            run.close();
            assertThat(OwnRuns.processes(run.folder())).isEmpty();
            return watch.objection().orElseThrow();
        }
    }
}
