package org.concurrencylab.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.concurrencylab.environment.LabFailure;

/**
 * Which kind of cluster a context means, and how images get there.
 *
 * @param kind of it
 * @param name that its own tool knows it by; of a plain one the context
 */
public record LocalCluster(Kind kind, String name) {

    /** Kinds of clusters that run on a laptop. */
    public enum Kind {
        /** Kubernetes in Docker. */
        KIND,
        /** One node in a container or a virtual machine. */
        MINIKUBE,
        /** k3s in Docker. */
        K3D,
        /** Any other; it sees this machine's images, or has them already. */
        PLAIN
    }

    /** Contexts of tools that run one cluster on a developer's machine. */
    private static final Set<String> KNOWN =
            Set.of("docker-desktop", "rancher-desktop", "orbstack", "colima", "microk8s");

    private static final Pattern HERE =
            Pattern.compile("https?://(localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1])(:.*|/.*)?");
    /** Where minikube's machine is; a company's network may look the same. */
    private static final Pattern NEAR = Pattern.compile("https?://(192\\.168\\.|10\\.|172\\.(1[6-9]|2\\d|3[01])\\.).*");
    /** A tunnel to one ends at this machine, too. */
    private static final Pattern PRODUCTION = Pattern.compile("(?i)(^|[^a-z])(prd|prod|production|live)([^a-z]|$)");

    /**
     * What a context means.
     *
     * @param context of the user's configuration
     * @param named whether the user has named the context in this call, and so means it
     * @throws LabFailure when it looks like a cluster elsewhere and was not named
     */
    static LocalCluster of(Kubectl.Context context, boolean named) {
        LocalCluster cluster = of(context);
        if (named || cluster.isHere(context)) {
            return cluster;
        }
        throw new LabFailure("The context " + context.name() + " (" + context.server()
                + ") does not look like a cluster of this machine: name it with --context=" + context.name()
                + " if it is meant. Nothing was applied.");
    }

    private static LocalCluster of(Kubectl.Context context) {
        String name = context.name();
        if (context.isMinikube()) {
            return new LocalCluster(Kind.MINIKUBE, name);
        }
        if (name.startsWith("kind-")) {
            return new LocalCluster(Kind.KIND, name.substring("kind-".length()));
        }
        if (name.startsWith("k3d-")) {
            return new LocalCluster(Kind.K3D, name.substring("k3d-".length()));
        }
        return new LocalCluster(Kind.PLAIN, name);
    }

    private boolean isHere(Kubectl.Context context) {
        if (PRODUCTION.matcher(context.name()).find()) {
            return false;
        }
        return HERE.matcher(context.server()).matches()
                || kind == Kind.MINIKUBE && NEAR.matcher(context.server()).matches()
                || kind == Kind.PLAIN && KNOWN.contains(context.name());
    }

    /** The overlay that suits it. */
    public String overlay() {
        return switch (kind) {
            case KIND -> "kind";
            case MINIKUBE -> "minikube";
            case K3D -> "k3d";
            case PLAIN -> "plain";
        };
    }

    /** How it is named to users. */
    public String title() {
        return kind == Kind.PLAIN ? "the cluster of context " + name : "the " + overlay() + " cluster " + name;
    }

    /** Brings images of this machine to the cluster's nodes; empty if nothing has to be done. */
    public Optional<ImageLoad> imageLoad() {
        return switch (kind) {
            case KIND ->
                Optional.of(new ImageLoad(
                        "kind",
                        List.of("load", "docker-image"),
                        List.of("load", "image-archive"),
                        List.of("--name", name)));
            case MINIKUBE ->
                Optional.of(new ImageLoad(
                        "minikube", List.of("image", "load"), List.of("image", "load"), List.of("--profile", name)));
            case K3D ->
                Optional.of(new ImageLoad(
                        "k3d", List.of("image", "import"), List.of("image", "import"), List.of("--cluster", name)));
            case PLAIN -> Optional.empty();
        };
    }
}
