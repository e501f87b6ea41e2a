package org.concurrencylab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What pods wait for, in a few words. */
final class Pods {

    /** What every pod waits for at first. */
    private static final Set<String> USUAL = Set.of("ContainerCreating", "PodInitializing");

    private static final Set<String> IMAGE =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");

    private Pods() {}

    /**
     * The first trouble of any pod; empty when all is as it should be.
     *
     * @param pods as kubectl lists them
     */
    static Optional<String> trouble(JsonNode pods) {
        return items(pods)
                .flatMap(pod -> Stream.concat(unscheduled(pod), waiting(pod))
                        .map(reason -> pod.path("metadata").path("name").asText() + ": " + reason))
                .findFirst();
    }

    /** The first pod that waits for an image which its node can neither find nor pull. */
    static Optional<String> imageTrouble(JsonNode pods) {
        return items(pods)
                .flatMap(pod -> stream(pod.path("status").path("containerStatuses"))
                        .filter(container -> IMAGE.contains(container
                                .path("state")
                                .path("waiting")
                                .path("reason")
                                .asText()))
                        .map(container -> "the image " + container.path("image").asText() + " of the pod "
                                + pod.path("metadata").path("name").asText()
                                + " is on no node and cannot be pulled"))
                .findFirst();
    }

    /** Their names. */
    static List<String> names(JsonNode pods) {
        return items(pods)
                .map(pod -> pod.path("metadata").path("name").asText())
                .toList();
    }

    private static Stream<String> unscheduled(JsonNode pod) {
        return stream(pod.path("status").path("conditions"))
                .filter(condition -> condition.path("reason").asText().equals("Unschedulable"))
                .map(condition -> condition.path("message").asText().replaceFirst("\\.$", ""));
    }

    private static Stream<String> waiting(JsonNode pod) {
        return stream(pod.path("status").path("containerStatuses"))
                .map(container ->
                        container.path("state").path("waiting").path("reason").asText(""))
                .filter(reason -> !reason.isEmpty() && !USUAL.contains(reason));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return stream(list.path("items"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
