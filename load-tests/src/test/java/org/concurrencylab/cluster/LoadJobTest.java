package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a kubectl that stands for a cluster in which the pod of an earlier Job of the same name is still there. */
class LoadJobTest {

    private static final String KUBECTL = """
            #!/bin/sh
            cd "$(dirname "$0")" && echo "$*" >> calls
            case "$*" in
                *--dry-run=client*) echo '{"items":[]}' ;;
                *"get nodes"*|*--all-namespaces*) echo '{"items":[]}' ;;
                *" delete "*|*" apply "*|*" logs "*|*" touch "*) ;;
                *.spec.parallelism*) printf 1 ;;
                *.metadata.uid*) printf second ;;
                *controller-uid=second*jsonpath*) printf Running ;;
                *controller-uid=second*) echo '{"items":[{"metadata":{"name":"load-second"}}]}' ;;
                *"get pods"*jsonpath*) printf 'Succeeded Running' ;;
                *"get pods"*) echo '{"items":[{"metadata":{"name":"load-first"}},{"metadata":{"name":"load-second"}}]}' ;;
                *"exec load-second -- test -e /results/code") ;;
                *"exec load-second -- cat /results/code") echo CODE ;;
                *"exec load-second -- test -e /results/run/results.json") ;;
                *" cp "*load-second:*) ;;
                *) echo "nobody expects $*" >&2; exit 1 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private LoadJob job;

    @BeforeEach
    void fakeKubectl() throws IOException {
        says("0");
        job = new LoadJob(
                new Kubectl(
                        new Tool(folder.resolve("kubectl")),
                        new Kubectl.Context("fake", "https://127.0.0.1:6443", false)),
                LabHome.find(),
                new ArrayList<>()::add);
    }

    private void says(String code) throws IOException {
        Path kubectl = Files.writeString(folder.resolve("kubectl"), KUBECTL.replace("CODE", code));
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void waitsForNoPodOfAnEarlierJob() throws IOException {
        LoadJob.Outcome outcome = run();

        assertThat(outcome).isEqualTo(new LoadJob.Outcome(0, List.of(folder.resolve("results"))));
        assertThat(calls()).noneMatch(call -> call.contains("load-first"));
    }

    @Test
    void passesTheComparisonsExitCodeOn() throws IOException {
        says("1");

        assertThat(run().code()).isEqualTo(1);
    }

    @Test
    void letsThePodGoOnceItsResultsAreHere() throws IOException {
        run();

        assertThat(calls())
                .containsSubsequence(
                        "--context=fake " + Deployment.SPACE + " cp --retries=3 load-second:/results/run "
                                + folder.resolve("results"),
                        "--context=fake " + Deployment.SPACE + " exec load-second -- touch /results/fetched");
    }

    @Test
    void appliesNothingThatIsNotThere() {
        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> job.run("no-such-load", new Images(List.of()), 1, folder))
                .withMessage("There is no k8s/no-such-load/kustomization.yaml. Nothing was applied.");
    }

    private LoadJob.Outcome run() {
        return job.run("load", new Images(List.of()), 1, folder.resolve("results"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }
}
