package org.concurrencylab.cluster;

import static org.concurrencylab.cluster.Manifest.find;
import static org.concurrencylab.cluster.Manifest.kind;
import static org.concurrencylab.cluster.Manifest.label;
import static org.concurrencylab.cluster.Manifest.name;
import static org.concurrencylab.cluster.Manifest.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What neither the schema nor kustomize checks: that names refer to something, that contenders are equals, and that
 * pods are as {@link PodRules} wants them. Each rule gives one sentence for each break.
 *
 * @param objects all of one rendered overlay
 * @param images that may be used, with their tags
 */
record ManifestRules(List<JsonNode> objects, Set<String> images) {

    private static final int CONTENDERS = 3;

    List<String> breaks() {
        List<String> breaks = new ArrayList<>();
        objects.forEach(object -> {
            switch (kind(object)) {
                case "Service" -> breaks.addAll(service(object));
                case "NetworkPolicy" -> breaks.addAll(policy(object));
                case "PodDisruptionBudget" -> breaks.addAll(selected(object, "selector"));
                case "HorizontalPodAutoscaler" -> breaks.addAll(scaled(object));
                case "StatefulSet" -> breaks.addAll(governed(object));
                case "Namespace" -> breaks.addAll(restricted(object));
                default -> {}
            }
        });
        PodRules pods = new PodRules(objects, images);
        owners().forEach(owner -> breaks.addAll(pods.breaks(owner)));
        breaks.addAll(contenders());
        return breaks;
    }

    private Stream<JsonNode> owners() {
        return objects.stream().filter(Manifest::ownsPods);
    }

    // --- references

    private List<String> service(JsonNode service) {
        List<JsonNode> selected = owners().filter(
                        owner -> Manifest.matches(service.path("spec").path("selector"), owner))
                .toList();
        if (selected.isEmpty()) {
            return List.of(name(service) + " selects no pod");
        }
        return stream(service.path("spec").path("ports"))
                .map(port -> port.path("targetPort").asText())
                .filter(port -> selected.stream()
                        .flatMap(Manifest::ports)
                        .noneMatch(offered -> offered.path("name").asText().equals(port)))
                .map(port -> name(service) + " has no port " + port + " to go to")
                .toList();
    }

    private List<String> selected(JsonNode object, String field) {
        JsonNode selector = object.path("spec").path(field);
        return owners().anyMatch(owner -> Manifest.selects(selector, owner)) || isLater(selector)
                ? List.of()
                : List.of(name(object) + " selects no pod");
    }

    /** The load's Job comes when it is asked for. */
    private static boolean isLater(JsonNode selector) {
        return "load"
                .equals(selector.path("matchLabels")
                        .path("app.kubernetes.io/component")
                        .asText());
    }

    private List<String> policy(JsonNode policy) {
        List<String> breaks = new ArrayList<>(selected(policy, "podSelector"));
        JsonNode own = policy.path("spec").path("podSelector");
        stream(policy.path("spec").path("ingress")).forEach(rule -> {
            stream(rule.path("from")).forEach(peer -> breaks.addAll(peer(policy, peer)));
            breaks.addAll(ports(policy, rule, own));
        });
        stream(policy.path("spec").path("egress"))
                .forEach(rule -> stream(rule.path("to"))
                        .filter(peer -> peer.has("podSelector"))
                        .forEach(peer -> {
                            breaks.addAll(peer(policy, peer));
                            breaks.addAll(ports(policy, rule, peer.path("podSelector")));
                        }));
        return breaks;
    }

    private List<String> peer(JsonNode policy, JsonNode peer) {
        JsonNode selector = peer.path("podSelector");
        return owners().anyMatch(owner -> Manifest.selects(selector, owner)) || isLater(selector)
                ? List.of()
                : List.of(name(policy) + " is about a peer that is no pod");
    }

    private List<String> ports(JsonNode policy, JsonNode rule, JsonNode selector) {
        List<String> offered = owners().filter(owner -> Manifest.selects(selector, owner))
                .flatMap(Manifest::ports)
                .map(port -> port.path("containerPort").asText())
                .toList();
        return stream(rule.path("ports"))
                .map(port -> port.path("port").asText())
                .filter(port -> !offered.contains(port))
                .map(port -> name(policy) + " opens " + port + ", on which nobody listens")
                .toList();
    }

    private List<String> scaled(JsonNode scaler) {
        JsonNode target = scaler.path("spec").path("scaleTargetRef");
        return find(objects, target.path("kind").asText(), target.path("name").asText())
                .map(found -> found.path("spec").has("replicas")
                        ? List.of(name(scaler) + " and " + name(found) + " both say how many pods there are")
                        : List.<String>of())
                .orElse(List.of(name(scaler) + " scales nothing"));
    }

    private List<String> governed(JsonNode set) {
        String service = set.path("spec").path("serviceName").asText();
        return find(objects, "Service", service).isPresent()
                ? List.of()
                : List.of(name(set) + " has no Service " + service);
    }

    private static List<String> restricted(JsonNode namespace) {
        return namespace
                        .path("metadata")
                        .path("labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText()
                        .equals("restricted")
                ? List.of()
                : List.of(name(namespace) + " does not enforce Pod Security");
    }

    // --- parity

    /** With names and images blanked, all contenders' objects of one kind are one. */
    private List<String> contenders() {
        Map<String, Map<String, JsonNode>> alike = new TreeMap<>();
        objects.stream()
                .filter(object -> label(object, "component").equals("contender"))
                .forEach(object -> alike.computeIfAbsent(
                                name(object).replace("/" + label(object, "name"), "/*"), key -> new TreeMap<>())
                        .put(name(object), blank(object)));
        List<String> breaks = new ArrayList<>();
        alike.forEach((kind, same) -> {
            if (same.size() != CONTENDERS) {
                breaks.add("there are " + same.size() + " of " + kind + ", not one for each contender");
            }
            JsonNode first = same.values().iterator().next();
            same.forEach((name, object) -> {
                if (!object.equals(first)) {
                    breaks.add(name + " is set up unlike the other contenders");
                }
            });
        });
        if (alike.isEmpty()) {
            breaks.add("there are no contenders");
        }
        return breaks;
    }

    private static JsonNode blank(JsonNode object) {
        String own = label(object, "name");
        ObjectNode copy = object.deepCopy();
        Manifest.containers(copy).forEach(container -> ((ObjectNode) container).put("image", ""));
        try {
            return new ObjectMapper()
                    .readTree(copy.toString().replace("\"" + own + "\"", "\"\"").replace("\"" + own + "-", "\"-"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
