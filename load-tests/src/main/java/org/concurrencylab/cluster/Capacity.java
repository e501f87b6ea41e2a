package org.concurrencylab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.concurrencylab.environment.LabFailure;

/**
 * Whether pods find a place, before they are asked to.
 *
 * @param resource as Kubernetes names it
 * @param title for people
 * @param unit for people
 * @param ofUnit how much one of these units is
 */
record Capacity(String resource, String title, String unit, double ofUnit) {

    private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?)(m|k|Ki|M|Mi|G|Gi|T|Ti)?");
    private static final double MEBI = 1 << 20;
    private static final String NAME = "app.kubernetes.io/name";
    private static final List<Capacity> ALL =
            List.of(new Capacity("memory", "memory", "MiB", MEBI), new Capacity("cpu", "CPUs", "thousandths", 1e-3));

    /**
     * Checks memory and CPUs, each on its own.
     *
     * @param nodes as {@code kubectl get nodes} lists them
     * @param pods of the whole cluster; those whose owners are wanted are replaced and so do not count
     * @param objects that are wanted, pods' owners among them
     * @throws LabFailure when one has no place
     */
    static void require(JsonNode nodes, JsonNode pods, JsonNode objects) {
        ALL.forEach(capacity -> capacity.requireIt(nodes, pods, objects));
    }

    /** Places the largest pods first on the node with most left, as far as this resource goes. */
    private void requireIt(JsonNode nodes, JsonNode pods, JsonNode objects) {
        List<Double> wanted = owners(objects)
                .flatMap(owner -> Collections.nCopies(replicas(owner), requested(pod(owner))).stream())
                .toList();
        Map<String, Double> free = free(nodes, pods, objects);
        wanted.stream().sorted(Collections.reverseOrder()).forEach(amount -> {
            String best = free.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseThrow(() -> new LabFailure("The cluster has no node. Nothing was applied."));
            free.merge(best, -amount, Double::sum);
        });
        free.values().stream().filter(left -> left < 0).findFirst().ifPresent(left -> {
            throw new LabFailure(String.format(
                    Locale.ROOT,
                    "The cluster lacks %s: the pods request %.0f %s in all, %.0f %s more than a node has left."
                            + " Nothing was applied.",
                    title,
                    wanted.stream().mapToDouble(Double::doubleValue).sum() / ofUnit,
                    unit,
                    -left / ofUnit,
                    unit));
        });
    }

    private Map<String, Double> free(JsonNode nodes, JsonNode pods, JsonNode objects) {
        Set<String> replaced = owners(objects).map(Capacity::part).collect(Collectors.toSet());
        Map<String, Double> free = new HashMap<>();
        items(nodes)
                .forEach(node -> free.put(
                        node.path("metadata").path("name").asText(),
                        quantity(node.path("status").path("allocatable"))));
        items(pods)
                .filter(pod -> !replaced.contains(part(pod)))
                .filter(pod -> !List.of("Succeeded", "Failed")
                        .contains(pod.path("status").path("phase").asText()))
                .forEach(pod -> free.computeIfPresent(
                        pod.path("spec").path("nodeName").asText(),
                        (name, left) -> left - requested(pod.path("spec"))));
        return free;
    }

    /** What the containers of a pod request together. */
    private double requested(JsonNode podSpec) {
        return StreamSupport.stream(podSpec.path("containers").spliterator(), false)
                .mapToDouble(container -> quantity(container.path("resources").path("requests")))
                .sum();
    }

    private double quantity(JsonNode amounts) {
        return quantity(amounts.path(resource).asText("0"));
    }

    /** A quantity such as 640Mi or 250m, in bytes or CPUs; 0 if it is none. */
    static double quantity(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return 0;
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2) == null ? "" : matcher.group(2)) {
            case "m" -> number / 1e3;
            case "k" -> number * 1e3;
            case "Ki" -> number * 1024;
            case "M" -> number * 1e6;
            case "Mi" -> number * MEBI;
            case "G" -> number * 1e9;
            case "Gi" -> number * 1024 * MEBI;
            case "T" -> number * 1e12;
            case "Ti" -> number * 1024 * 1024 * MEBI;
            default -> number;
        };
    }

    private static Stream<JsonNode> owners(JsonNode objects) {
        // A single object is no list.
        return (objects.has("items") ? items(objects) : Stream.of(objects))
                .filter(object -> object.path("spec").has("template"));
    }

    /** Which part of the lab an object belongs to, and in which namespace. */
    private static String part(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return metadata.path("namespace").asText() + "/"
                + metadata.path("labels").path(NAME).asText();
    }

    private static JsonNode pod(JsonNode owner) {
        return owner.path("spec").path("template").path("spec");
    }

    /** How many pods there may be at first; an autoscaler adds as many as find a place. */
    private static int replicas(JsonNode owner) {
        JsonNode spec = owner.path("spec");
        return spec.path("replicas").asInt(spec.path("parallelism").asInt(1));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false);
    }
}
