package org.concurrencylab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How the rules read objects of Kubernetes. */
final class Manifest {

    private Manifest() {}

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    /** For people: its kind and its name. */
    static String name(JsonNode object) {
        return kind(object) + "/" + object.path("metadata").path("name").asText();
    }

    static String label(JsonNode object, String label) {
        return object.path("metadata")
                .path("labels")
                .path("app.kubernetes.io/" + label)
                .asText();
    }

    static boolean ownsPods(JsonNode object) {
        return object.path("spec").has("template");
    }

    static JsonNode pod(JsonNode owner) {
        return owner.path("spec").path("template").path("spec");
    }

    static JsonNode podLabels(JsonNode owner) {
        return owner.path("spec").path("template").path("metadata").path("labels");
    }

    static Stream<JsonNode> containers(JsonNode owner) {
        return stream(pod(owner).path("containers"));
    }

    static Stream<JsonNode> ports(JsonNode owner) {
        return containers(owner).flatMap(container -> stream(container.path("ports")));
    }

    /** Whether a label selector, with {@code matchLabels} and {@code In} expressions, means the pods of an owner. */
    static boolean selects(JsonNode selector, JsonNode owner) {
        return matches(selector.path("matchLabels"), owner)
                && stream(selector.path("matchExpressions"))
                        .allMatch(expression -> stream(expression.path("values"))
                                .anyMatch(value -> value.equals(podLabels(owner)
                                        .path(expression.path("key").asText()))));
    }

    /** The same of a plain map of labels. */
    static boolean matches(JsonNode labels, JsonNode owner) {
        return labels.properties().stream()
                .allMatch(entry -> entry.getValue().equals(podLabels(owner).path(entry.getKey())));
    }

    static Optional<JsonNode> find(Iterable<JsonNode> objects, String kind, String name) {
        return StreamSupport.stream(objects.spliterator(), false)
                .filter(object -> name(object).equals(kind + "/" + name))
                .findFirst();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
