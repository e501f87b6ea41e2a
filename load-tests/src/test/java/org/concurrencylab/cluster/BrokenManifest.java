package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An overlay with one mistake.
 *
 * @param overlay below k8s
 * @param object that it is in, as kind and name
 * @param right what the object has
 * @param wrong what it has instead, at the first place
 * @param sentence part of what is to be said of it
 */
record BrokenManifest(String overlay, String object, String right, String wrong, String sentence) {

    private static final String SEPARATOR = "---\n";
    private static final String LABEL = "app.kubernetes.io/name: ";

    /** For each rule an overlay that breaks it. */
    static Stream<BrokenManifest> all() {
        return Stream.of(schema(), references(), pods(), images(), parity(), security(), scaling())
                .flatMap(List::stream);
    }

    private static List<BrokenManifest> schema() {
        return List.of(
                threads("replicas: 1", "replica: 1", "Deployment.spec.replica"),
                threads("periodSeconds:", "periodSecond:", "livenessProbe.periodSecond"),
                in("Service/threads", "targetPort: http", "target: http", "Service.spec.ports.target"),
                in("NetworkPolicy/postgres", "podSelector:", "podsSelector:", "podsSelector"),
                in("PodDisruptionBudget/threads", "maxUnavailable: 1", "maxUnavailble: 1", "spec.maxUnavailble"),
                in("ConfigMap/contender", "data:", "date:", "ConfigMap.date"));
    }

    private static List<BrokenManifest> references() {
        String selector = "selector:\n    app.kubernetes.io/component: external-service\n    " + LABEL;
        return List.of(
                in("Service/sellers", selector + "sellers", selector + "buyers", "Service/sellers selects no pod"),
                in("Service/threads", "targetPort: http", "targetPort: web", "has no port web to go to"),
                in("NetworkPolicy/postgres", LABEL + "postgres", LABEL + "mysql", "selects no pod"),
                in(
                        "NetworkPolicy/migration",
                        "to:\n    - podSelector:\n        matchLabels:\n          " + LABEL + "postgres",
                        "to:\n    - podSelector:\n        matchLabels:\n          " + LABEL + "mysql",
                        "is about a peer that is no pod"),
                in("NetworkPolicy/postgres", "port: 5432", "port: 5433", "opens 5433, on which nobody listens"),
                in("NetworkPolicy/load", "port: 8080", "port: 80", "opens 80, on which nobody listens"),
                in("PodDisruptionBudget/virtual", LABEL + "virtual", LABEL + "fibers", "selects no pod"),
                in("StatefulSet/postgres", "serviceName: postgres", "serviceName: db", "has no Service db"));
    }

    private static List<BrokenManifest> pods() {
        return List.of(
                threads("port: management", "port: htp", "probes htp, which is no port"),
                threads("readinessProbe:", "unreadinessProbe:", "is never asked whether it is ready"),
                threads(
                        "configMapRef:\n            name: contender",
                        "configMapRef:\n            name: it",
                        "no ConfigMap it"),
                threads("name: postgres-", "name: mysql-", "has no Secret mysql-"),
                threads("key: password", "key: passwort", "with passwort"),
                in("StatefulSet/postgres", "name: shared-memory", "name: shared", "mounts shared, which is no volume"),
                threads(
                        "serviceAccountName: concurrency-lab",
                        "serviceAccountName: default",
                        "no ServiceAccount default"),
                threads("limits:\n            cpu:", "limits:\n            gpu:", "has no limits of memory and CPU"));
    }

    private static List<BrokenManifest> images() {
        return List.of(
                threads("image: concurrency-lab/blocking", "image: concurrency-lab/bloking", "which nobody builds"),
                threads("concurrency-lab/blocking:", "concurrency-lab/blocking:0.", "which nobody builds"),
                in("StatefulSet/postgres", "image: postgres:18", "image: postgres:17", "which nobody builds"),
                in("StatefulSet/postgres", "image: postgres:18", "image: postgres:latest", "takes whatever"),
                in("StatefulSet/postgres", "image: postgres:18", "image: postgres", "takes whatever"),
                threads("IfNotPresent", "Always", "would pull its image"));
    }

    private static List<BrokenManifest> parity() {
        return List.of(
                threads("memory: 640Mi", "memory: 641Mi", "unlike the other contenders"),
                threads("cpu: 250m", "cpu: 300m", "unlike the other contenders"),
                threads("LAB_CONTENDER", "LAB_NAME", "unlike the other contenders"),
                in("Service/reactive", "port: 8080", "port: 80", "unlike the other contenders"),
                threads("component: contender", "component: other", "not one for each contender"));
    }

    private static List<BrokenManifest> security() {
        return List.of(
                threads("runAsNonRoot: true", "runAsNonRoot: false", "may run as root"),
                threads("runAsUser: 10001", "runAsUser: 0", "may run as root"),
                threads("type: RuntimeDefault", "type: Unconfined", "has no seccomp profile"),
                threads("Escalation: false", "Escalation: true", "may escalate privileges"),
                threads("- ALL", "- CHOWN", "keeps capabilities"),
                threads("capabilities:", "capabilities:\n            add: [NET_RAW]", "keeps capabilities"),
                threads("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", "its root file system"),
                threads("readOnlyRootFilesystem: true", "privileged: true", "is privileged"),
                threads("ServiceAccountToken: false", "ServiceAccountToken: true", "a token that it does not need"),
                threads("enableServiceLinks: false", "hostNetwork: true", "shares hostNetwork"),
                threads("emptyDir:\n          sizeLimit: 64Mi", "hostPath:\n          path: /", "of a forbidden kind"),
                in("Namespace/concurrency-lab", "enforce: restricted", "enforce: baseline", "does not enforce"));
    }

    private static List<BrokenManifest> scaling() {
        String scaler = "HorizontalPodAutoscaler/threads";
        return List.of(
                scaled(scaler, "kind: Deployment", "kind: StatefulSet", "scales nothing"),
                scaled("Deployment/threads", "  selector:", "  replicas: 1\n  selector:", "both say how many pods"));
    }

    private static BrokenManifest threads(String right, String wrong, String sentence) {
        return in("Deployment/threads", right, wrong, sentence);
    }

    private static BrokenManifest in(String object, String right, String wrong, String sentence) {
        return new BrokenManifest("overlays/kind", object, right, wrong, sentence);
    }

    private static BrokenManifest scaled(String object, String right, String wrong, String sentence) {
        return new BrokenManifest("overlays/scale", object, right, wrong, sentence);
    }

    /** The overlay as text; one place only differs, for a rule must not need two. */
    String render() {
        return Stream.of(Rendered.text(overlay).split(SEPARATOR))
                .map(document -> isObject(document) ? breakIt(document) : document)
                .collect(Collectors.joining(SEPARATOR));
    }

    private boolean isObject(String document) {
        JsonNode object = Rendered.resources(document).getFirst();
        return Manifest.name(object).equals(this.object);
    }

    private String breakIt(String document) {
        assertThat(document).contains(right);
        int place = document.indexOf(right);
        return document.substring(0, place) + wrong + document.substring(place + right.length());
    }

    @Override
    public String toString() {
        return object + ": "
                + wrong.lines().reduce((first, last) -> last).orElse("").strip() + " → " + sentence;
    }
}
