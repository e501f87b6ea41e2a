package org.concurrencylab.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.concurrencylab.environment.LabFailure;

/**
 * The lab in a cluster: brought there, waited for, taken away.
 *
 * @param kubectl on the cluster's context
 * @param home the project's folder
 * @param say hears a sentence for each thing that is done
 */
public record Deployment(Kubectl kubectl, Path home, Consumer<String> say) {

    /** Holds everything; nothing else is touched. */
    public static final String NAMESPACE = "concurrency-lab";

    static final String SPACE = "--namespace=" + NAMESPACE;

    private static final List<String> WORKLOADS = List.of(
            "statefulset/postgres",
            "deployment/sellers",
            "deployment/threads",
            "deployment/virtual",
            "deployment/reactive");
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
    private static final Duration RECLAIMED_WITHIN = Duration.ofSeconds(10);
    private static final double MILLIS = 1_000;
    private static final int REACHED = 7;

    /**
     * Checks that the cluster can hold what is in an overlay, before anything is built for it.
     *
     * @param overlay its name, below k8s/overlays
     * @param images of it, with any tags
     * @throws LabFailure when something lacks
     */
    public void check(String overlay, Images images) {
        String folder = Staged.of(home, "overlays/" + overlay, images, "").toString();
        requireNetworkPolicies();
        requireCapacity(kubectl, folder);
    }

    /**
     * Applies an overlay and waits until all of it is ready.
     *
     * @param overlay its name, below k8s/overlays
     * @param images with their tags
     * @param areThere whether they are known to be there; the nodes are asked otherwise
     * @throws LabFailure when an image lacks, or something does not become ready
     */
    public void up(String overlay, Images images, boolean areThere) {
        String folder = Staged.of(home, "overlays/" + overlay, images, "").toString();
        if (!areThere) {
            images.require(kubectl);
        }
        Instant begin = Instant.now();
        // What a Job runs cannot be changed, and one that has run would not run again.
        kubectl.run(SPACE, "delete", "job/migration", "--ignore-not-found");
        kubectl.call("apply", "--kustomize", folder);
        say.accept("applied k8s/overlays/" + overlay);
        WORKLOADS.forEach(workload -> await(workload + " did not become ready", "rollout", "status", workload));
        await("job/migration did not come to its end", "wait", "--for=condition=complete", "job/migration");
        say.accept(String.format(
                Locale.ROOT,
                "all pods ready after %.0f s",
                Duration.between(begin, Instant.now()).toMillis() / MILLIS));
        sayWhetherPoliciesHold();
    }

    private void requireNetworkPolicies() {
        String resources = kubectl.call("api-resources", "--api-group=networking.k8s.io", "--output=name");
        if (!resources.contains("networkpolicies")) {
            throw new LabFailure(
                    "The cluster knows no NetworkPolicies, which keep the database to its own. Nothing was applied.");
        }
    }

    /** @throws LabFailure when what a folder holds finds no place, or this cluster cannot hold it at all */
    static void requireCapacity(Kubectl kubectl, String folder) {
        Tool.Outcome wanted = kubectl.run("apply", "--dry-run=client", "--output=json", "--kustomize", folder);
        if (wanted.error().contains("no matches for kind")) {
            throw new LabFailure(
                    "The cluster is too old for some of these objects (PodDisruptionBudgets need Kubernetes"
                            + " 1.21, autoscalers 1.23): --overlay=plain does without. Nothing was applied.");
        }
        if (!wanted.isGood()) {
            throw new LabFailure(
                    "kubectl does not accept what is to be applied: " + wanted.reason() + ". Nothing was applied.");
        }
        Capacity.require(
                kubectl.json("get", "nodes"),
                kubectl.json("get", "pods", "--all-namespaces"),
                Kubectl.tree("apply", wanted.output()));
    }

    /** Asks again and again, for kubectl itself would wait on for an image that never comes. */
    private void await(String otherwise, String... arguments) {
        String[] asked = Stream.concat(Stream.of(arguments), Stream.of("--timeout=" + ASK_AGAIN.toSeconds() + "s"))
                .toArray(String[]::new);
        boolean good = Waiting.until(READY_WITHIN, () -> {
            boolean there = inNamespace(asked).isGood();
            if (!there) {
                Pods.imageTrouble(kubectl.json(SPACE, "get", "pods")).ifPresent(trouble -> {
                    throw new LabFailure(otherwise + ": " + trouble + ".");
                });
            }
            return there;
        });
        if (!good) {
            throw new LabFailure(otherwise + ": "
                    + Pods.trouble(kubectl.json(SPACE, "get", "pods"))
                            .orElse("not within " + READY_WITHIN.toMinutes() + " minutes")
                    + ".");
        }
    }

    /**
     * Clusters take policies and need not keep them; only a try can tell. Sellers have no business with the database.
     */
    private void sayWhetherPoliciesHold() {
        Tool.Outcome reached = inNamespace(
                "exec",
                "deployment/sellers",
                "--",
                "bash",
                "-c",
                "if timeout 3 bash -c '< /dev/tcp/postgres/5432'; then exit " + REACHED + "; fi");
        if (reached.code() == REACHED) {
            say.accept("note: the network of this cluster does not enforce NetworkPolicies, so any pod reaches the"
                    + " database");
        }
    }

    private Tool.Outcome inNamespace(String... arguments) {
        return kubectl.run(Stream.concat(Stream.of(SPACE), Stream.of(arguments)).toArray(String[]::new));
    }

    /**
     * The images that are deployed, with their tags.
     *
     * @param images the same with the tags that the manifests have
     * @throws LabFailure when nothing is deployed
     */
    public Images deployed(Images images) {
        Tool.Outcome found = inNamespace(
                "get",
                "deployments",
                "--selector=app.kubernetes.io/part-of=" + NAMESPACE,
                "--output=jsonpath={.items[*].spec.template.spec.containers[*].image}");
        if (!found.isGood() || found.output().isBlank()) {
            throw new LabFailure("The lab is not in the cluster of context "
                    + kubectl.context().name() + ": ./lab k8s up brings it there.");
        }
        Images deployed = images;
        for (String name : found.output().strip().split(" ")) {
            deployed = deployed.with(name);
        }
        return deployed;
    }

    /** Takes everything away, the database's data too. */
    public void down() {
        String found = kubectl.call("get", "namespace", NAMESPACE, "--ignore-not-found", "--output=name");
        if (found.isBlank()) {
            say.accept("there was nothing to take away");
            return;
        }
        kubectl.call("delete", "namespace", NAMESPACE, "--ignore-not-found", "--wait=true");
        removeVolumes();
        say.accept("the namespace " + NAMESPACE + " and everything in it is gone");
    }

    /** Volumes belong to no namespace; whether they go with it is for their class to say. */
    private void removeVolumes() {
        Waiting.until(RECLAIMED_WITHIN, () -> volumes().isEmpty());
        volumes().forEach(volume -> kubectl.call("delete", "persistentvolume", volume, "--wait=true"));
    }

    private List<String> volumes() {
        return StreamSupport.stream(
                        kubectl.json("get", "persistentvolumes").path("items").spliterator(), false)
                .filter(volume -> volume.path("spec")
                        .path("claimRef")
                        .path("namespace")
                        .asText()
                        .equals(NAMESPACE))
                .map(volume -> volume.path("metadata").path("name").asText())
                .toList();
    }
}
