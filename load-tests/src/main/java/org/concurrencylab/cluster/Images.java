package org.concurrencylab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concurrencylab.environment.LabFailure;

/**
 * The project's own images in one version.
 *
 * @param all of them
 */
public record Images(List<Image> all) {

    /**
     * One image.
     *
     * @param repository its name without a tag
     * @param tag the version; after a build by {@code ./lab k8s up} also what it was built of
     * @param module folder that it is built in
     * @param dockerfile within that folder
     */
    public record Image(String repository, String tag, String module, String dockerfile) {

        private static final int DIGITS = 12;

        /** With its tag, as manifests write it. */
        public String name() {
            return repository + ":" + tag;
        }

        /** The same image under a tag that no other content has. */
        Image ofContent(String id) {
            String hex = id.strip().replaceFirst("^sha256:", "");
            return new Image(
                    repository, tag + "-" + hex.substring(0, Math.min(DIGITS, hex.length())), module, dockerfile);
        }
    }

    private static final String DOCKERFILE = "Dockerfile";

    /** All of them. */
    public static Images of(String version) {
        return new Images(List.of(
                new Image("concurrency-lab/blocking", version, "blocking-service", DOCKERFILE),
                new Image("concurrency-lab/virtual", version, "blocking-service", DOCKERFILE + ".virtual"),
                new Image("concurrency-lab/reactive", version, "reactive-service", DOCKERFILE),
                new Image("concurrency-lab/load-tests", version, "load-tests", DOCKERFILE)));
    }

    /** The same but for one whose tag is known. */
    Images with(String name) {
        return new Images(all.stream()
                .map(image -> name.startsWith(image.repository() + ":")
                        ? new Image(
                                image.repository(),
                                name.substring(image.repository().length() + 1),
                                image.module(),
                                image.dockerfile())
                        : image)
                .toList());
    }

    /**
     * The first one that no node has; none of them can be pulled from anywhere.
     *
     * @param nodes as {@code kubectl get nodes} lists them
     */
    Optional<String> missing(JsonNode nodes) {
        Set<String> there = new TreeSet<>();
        nodes.path("items")
                .forEach(node -> node.path("status")
                        .path("images")
                        .forEach(image -> image.path("names").forEach(name -> there.add(name.asText()))));
        return all.stream()
                .map(Image::name)
                .filter(name -> there.stream().noneMatch(other -> other.equals(name) || other.endsWith("/" + name)))
                .findFirst();
    }

    /** @throws LabFailure when one is missing on all nodes, also after the time in which a node tells what is new */
    void require(Kubectl kubectl) {
        boolean complete = Waiting.until(
                Waiting.NODE_TELLS, () -> missing(kubectl.json("get", "nodes")).isEmpty());
        if (!complete) {
            missing(kubectl.json("get", "nodes")).ifPresent(name -> {
                throw new LabFailure("No node of the cluster has the image " + name
                        + ", and it cannot be pulled: build and load it. Nothing was applied.");
            });
        }
    }
}
