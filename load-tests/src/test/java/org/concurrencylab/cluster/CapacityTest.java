package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.concurrencylab.environment.LabFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {

    private final JsonNode node = json("""
            {"items": [{"metadata": {"name": "one"}, "status": {"allocatable": {"memory": "2048Mi", "cpu": "2"}}}]}""");
    private final JsonNode wanted = json("""
            {"items": [
              {"kind": "Service", "metadata": {"namespace": "lab"}, "spec": {}},
              {"kind": "Deployment", "metadata": {"namespace": "lab", "labels": {"app.kubernetes.io/name": "threads"}},
               "spec": {"replicas": 2, "template": {"spec": {"containers": [
                 {"resources": {"requests": {"memory": "320Mi"}}}, {"resources": {"requests": {"memory": "250Mi"}}}]}}}}
            ]}""");

    @ParameterizedTest
    @CsvSource({
        "640Mi, 671088640",
        "1Gi, 1073741824",
        "128974848, 128974848",
        "129M, 129000000",
        "250m, 0.25",
        "2, 2",
        "many, 0"
    })
    void readsQuantities(String text, double bytes) {
        assertThat(Capacity.quantity(text)).isEqualTo(bytes);
    }

    @Test
    void findsAPlaceForWhatFits() {
        assertThatCode(() -> Capacity.require(node, pods("others", "threads", 900), wanted))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhatLacksBesideThePodsOfOthers() {
        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> Capacity.require(node, pods("others", "threads", 1_000), wanted))
                .withMessage(
                        "The cluster lacks memory: the pods request 1140 MiB in all, 92 MiB more than a node has left."
                                + " Nothing was applied.");
    }

    @Test
    void saysThatCpusLack() {
        JsonNode greedy = json(wanted.toString().replace("320Mi\"", "320Mi\", \"cpu\": \"1100m\""));

        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> Capacity.require(node, pods("others", "threads", 100), greedy))
                .withMessage(
                        "The cluster lacks CPUs: the pods request 2200 thousandths in all, 200 thousandths more than a"
                                + " node has left. Nothing was applied.");
    }

    @Test
    void countsNoPodThatIsReplaced() {
        assertThatCode(() -> Capacity.require(node, pods("lab", "threads", 1_000), wanted))
                .doesNotThrowAnyException();
    }

    @Test
    void countsWhatStaysInTheNamespace() {
        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> Capacity.require(node, pods("lab", "virtual", 1_000), wanted));
    }

    /** One that requests so many MiB. */
    private static JsonNode pods(String namespace, String name, int mebibytes) {
        return json("""
                {"items": [{
                  "metadata": {"namespace": "%s", "labels": {"app.kubernetes.io/name": "%s"}},
                  "status": {"phase": "Running"},
                  "spec": {"nodeName": "one", "containers": [{"resources": {"requests": {"memory": "%dMi"}}}]}}]}""".formatted(namespace, name, mebibytes));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
