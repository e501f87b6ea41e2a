package org.concurrencylab.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.concurrencylab.environment.LabFailure;

/**
 * The comparison as a Job in the cluster, and its results here.
 *
 * @param kubectl on the cluster's context
 * @param home the project's folder
 * @param say hears a sentence for each thing that is done
 */
public record LoadJob(Kubectl kubectl, Path home, Consumer<String> say) {

    /**
     * What came of it.
     *
     * @param code 0 if all was measured
     * @param folders with the results of each pod
     */
    public record Outcome(int code, List<Path> folders) {}

    private static final String LAST_STEP = "Gatling's report";
    private static final String JOB = "job/load";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(30);

    /**
     * Runs it to its end and fetches what each of its pods wrote.
     *
     * @param base the Job's kustomization, below k8s
     * @param images with the tags that are deployed
     * @param seed of the random order, the same for all pods: so they load the same contender at about the same time
     * @param folder where results go; those of several pods into folders in it
     * @throws LabFailure when the Job does not start or gives no results
     */
    public Outcome run(String base, Images images, long seed, Path folder) {
        String staged = Staged.of(home, base, images, """
                        patches:
                          - target:
                              kind: Job
                              name: load
                            patch: |-
                              - op: add
                                path: /spec/template/spec/containers/0/args/-
                                value: --seed=%d
                        """.formatted(seed)).toString();
        images.require(kubectl);
        Deployment.requireCapacity(kubectl, staged);
        remove();
        Thread removal = new Thread(this::remove, "removes the Job load");
        Runtime.getRuntime().addShutdownHook(removal);
        kubectl.call("apply", "--kustomize", staged);
        int wanted =
                Integer.parseInt(kubectl.call(Deployment.SPACE, "get", JOB, "--output=jsonpath={.spec.parallelism}"));
        say.accept("started k8s/" + base + " with " + wanted + (wanted == 1 ? " pod" : " pods"));
        List<String> pods = started(wanted, selector());
        Process log = kubectl.follow(progress(), Deployment.SPACE, "logs", "--follow", pods.getFirst());
        int code = 0;
        List<Path> folders = new ArrayList<>();
        try {
            ended(pods);
            for (String pod : pods) {
                folders.add(fetch(pod, wanted == 1 ? folder : folder.resolve("pod-" + (folders.size() + 1))));
                code = Math.max(code, code(pod));
            }
        } finally {
            log.destroy();
        }
        pods.forEach(pod -> inPod(pod, "touch", "/results/fetched"));
        Runtime.getRuntime().removeShutdownHook(removal);
        return new Outcome(code, List.copyOf(folders));
    }

    /** Hears all but what comes after Gatling's reports: the table, which is printed here when it is fetched. */
    private Consumer<String> progress() {
        AtomicBoolean last = new AtomicBoolean();
        return line -> {
            boolean gatling = line.strip().startsWith(LAST_STEP);
            last.compareAndSet(false, gatling);
            if (gatling || !last.get()) {
                say.accept(line.strip());
            }
        };
    }

    private void remove() {
        kubectl.run(Deployment.SPACE, "delete", JOB, "--ignore-not-found", "--wait=true", "--grace-period=1");
    }

    /** Of this Job's pods: one of that name before it leaves pods behind, which go a little later than it does. */
    private String selector() {
        return "--selector=controller-uid="
                + kubectl.call(Deployment.SPACE, "get", JOB, "--output=jsonpath={.metadata.uid}");
    }

    /** The names of its pods, once all of them run. */
    private List<String> started(int wanted, String selector) {
        boolean started = Waiting.until(
                STARTS_WITHIN,
                () -> kubectl.call(
                                        Deployment.SPACE,
                                        "get",
                                        "pods",
                                        selector,
                                        "--output=jsonpath={.items[*].status.phase}")
                                .split("Running|Succeeded|Failed", -1)
                                .length
                        > wanted);
        if (!started) {
            String why = Pods.trouble(kubectl.json(Deployment.SPACE, "get", "pods", selector))
                    .orElse("not within " + STARTS_WITHIN.toMinutes() + " minutes");
            remove();
            throw new LabFailure("The Job load did not start: " + why + ".");
        }
        return Pods.names(kubectl.json(Deployment.SPACE, "get", "pods", selector));
    }

    private void ended(List<String> pods) {
        Set<String> running = new HashSet<>(pods);
        boolean ended = Waiting.until(ENDS_WITHIN, () -> {
            running.removeIf(this::isOver);
            return running.isEmpty();
        });
        if (!ended) {
            throw new LabFailure("The Job load did not end within " + ENDS_WITHIN.toMinutes() + " minutes.");
        }
    }

    private boolean isOver(String pod) {
        if (inPod(pod, "test", "-e", "/results/code").isGood()) {
            return true;
        }
        String phase = kubectl.call(Deployment.SPACE, "get", "pod", pod, "--output=jsonpath={.status.phase}");
        if (!phase.equals("Running")) {
            throw new LabFailure("The pod " + pod + " ended without results: " + lastWords(pod) + ".");
        }
        return false;
    }

    private int code(String pod) {
        return Integer.parseInt(inPod(pod, "cat", "/results/code").output().strip());
    }

    private Path fetch(String pod, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LabFailure("Results cannot be written to " + folder + ": " + e.getMessage() + ".", e);
        }
        if (!inPod(pod, "test", "-e", "/results/run/results.json").isGood()) {
            throw new LabFailure("The pod " + pod + " gave no results: " + lastWords(pod) + ".");
        }
        kubectl.call(Deployment.SPACE, "cp", "--retries=3", pod + ":/results/run", folder.toString());
        return folder;
    }

    private Tool.Outcome inPod(String pod, String... command) {
        List<String> arguments = new ArrayList<>(List.of(Deployment.SPACE, "exec", pod, "--"));
        arguments.addAll(List.of(command));
        return kubectl.run(arguments.toArray(String[]::new));
    }

    private String lastWords(String pod) {
        return kubectl.run(Deployment.SPACE, "logs", pod, "--tail=5").reason().replaceFirst("^lab: ", "");
    }
}
