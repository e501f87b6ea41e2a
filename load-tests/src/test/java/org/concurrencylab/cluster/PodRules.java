package org.concurrencylab.cluster;

import static org.concurrencylab.cluster.Manifest.find;
import static org.concurrencylab.cluster.Manifest.name;
import static org.concurrencylab.cluster.Manifest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every pod keeps: Pod Security's "restricted" and a little more, images that are there, and references to what
 * there is.
 *
 * @param objects that pods may refer to
 * @param images that they may use, with their tags
 */
record PodRules(List<JsonNode> objects, Set<String> images) {

    /** What "restricted" allows. */
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    /** @param owner a Deployment, StatefulSet or Job */
    List<String> breaks(JsonNode owner) {
        List<String> breaks = new ArrayList<>(pod(owner));
        Manifest.containers(owner).forEach(container -> {
            breaks.addAll(image(container));
            breaks.addAll(environment(container));
            breaks.addAll(mounts(owner, container));
            breaks.addAll(probes(container));
            breaks.addAll(security(container));
            breaks.addAll(resources(container));
        });
        return breaks.stream().map(sentence -> name(owner) + " " + sentence).toList();
    }

    private List<String> pod(JsonNode owner) {
        JsonNode pod = Manifest.pod(owner);
        List<String> breaks = new ArrayList<>();
        String account = pod.path("serviceAccountName").asText("");
        if (find(objects, "ServiceAccount", account).isEmpty()) {
            breaks.add("has no ServiceAccount " + account);
        }
        if (pod.path("automountServiceAccountToken").asBoolean(true)) {
            breaks.add("is given a token that it does not need");
        }
        JsonNode context = pod.path("securityContext");
        if (!context.path("runAsNonRoot").asBoolean()
                || context.path("runAsUser").asInt() == 0) {
            breaks.add("may run as root");
        }
        if (!context.path("seccompProfile").path("type").asText().equals("RuntimeDefault")) {
            breaks.add("has no seccomp profile");
        }
        Stream.of("hostNetwork", "hostPID", "hostIPC")
                .filter(host -> pod.path(host).asBoolean())
                .forEach(host -> breaks.add("shares " + host));
        stream(pod.path("volumes")).forEach(volume -> breaks.addAll(volume(volume)));
        return breaks;
    }

    private List<String> volume(JsonNode volume) {
        List<String> breaks = new ArrayList<>();
        if (VOLUMES.stream().noneMatch(volume::has)) {
            breaks.add("has a volume of a forbidden kind");
        }
        if (volume.has("configMap")) {
            String map = volume.path("configMap").path("name").asText();
            if (find(objects, "ConfigMap", map).isEmpty()) {
                breaks.add("has no ConfigMap " + map);
            }
        }
        return breaks;
    }

    private List<String> image(JsonNode container) {
        String image = container.path("image").asText();
        List<String> breaks = new ArrayList<>();
        if (image.endsWith(":latest") || !image.contains(":")) {
            breaks.add("takes whatever " + image + " is");
        } else if (!images.contains(image)) {
            breaks.add("wants " + image + ", which nobody builds");
        }
        if (!container.path("imagePullPolicy").asText("").equals("IfNotPresent")) {
            breaks.add("would pull its image, which no registry has");
        }
        return breaks;
    }

    private List<String> environment(JsonNode container) {
        List<String> breaks = new ArrayList<>();
        stream(container.path("envFrom"))
                .map(from -> from.path("configMapRef").path("name").asText())
                .filter(map -> find(objects, "ConfigMap", map).isEmpty())
                .forEach(map -> breaks.add("has no ConfigMap " + map));
        stream(container.path("env")).map(env -> env.path("valueFrom")).forEach(from -> {
            reference("ConfigMap", from.path("configMapKeyRef")).ifPresent(breaks::add);
            reference("Secret", from.path("secretKeyRef")).ifPresent(breaks::add);
        });
        return breaks;
    }

    private Optional<String> reference(String kind, JsonNode reference) {
        if (reference.isMissingNode()) {
            return Optional.empty();
        }
        String key = reference.path("key").asText();
        String name = reference.path("name").asText();
        boolean there = find(objects, kind, name)
                .filter(source -> source.path("data").has(key)
                        || source.path("stringData").has(key))
                .isPresent();
        return there ? Optional.empty() : Optional.of("has no " + kind + " " + name + " with " + key);
    }

    private static List<String> mounts(JsonNode owner, JsonNode container) {
        Set<String> volumes = Stream.concat(
                        stream(Manifest.pod(owner).path("volumes")),
                        stream(owner.path("spec").path("volumeClaimTemplates")).map(claim -> claim.path("metadata")))
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        return stream(container.path("volumeMounts"))
                .map(mount -> mount.path("name").asText())
                .filter(mount -> !volumes.contains(mount))
                .map(mount -> "mounts " + mount + ", which is no volume")
                .toList();
    }

    private static List<String> probes(JsonNode container) {
        Set<String> ports = stream(container.path("ports"))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
        List<String> breaks = Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                .map(probe -> container.path(probe).path("httpGet").path("port").asText(""))
                .filter(port -> !port.isEmpty() && !ports.contains(port))
                .map(port -> "probes " + port + ", which is no port")
                .collect(Collectors.toCollection(ArrayList::new));
        if (!ports.isEmpty() && !container.has("readinessProbe")) {
            breaks.add("is never asked whether it is ready");
        }
        return breaks;
    }

    private static List<String> security(JsonNode container) {
        JsonNode context = container.path("securityContext");
        List<String> breaks = new ArrayList<>();
        if (context.path("privileged").asBoolean()) {
            breaks.add("is privileged");
        }
        if (context.path("allowPrivilegeEscalation").asBoolean(true)) {
            breaks.add("may escalate privileges");
        }
        if (!context.path("capabilities").path("drop").toString().contains("\"ALL\"")
                || context.path("capabilities").has("add")) {
            breaks.add("keeps capabilities");
        }
        if (!context.path("readOnlyRootFilesystem").asBoolean()) {
            breaks.add("can write to its root file system");
        }
        return breaks;
    }

    private static List<String> resources(JsonNode container) {
        return Stream.of("requests", "limits")
                .filter(bound -> !container.path("resources").path(bound).has("memory")
                        || !container.path("resources").path(bound).has("cpu"))
                .map(bound -> "has no " + bound + " of memory and CPU")
                .toList();
    }
}
