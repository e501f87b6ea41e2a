package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays as a cluster gets them, and that each rule finds what it is for. */
class ManifestsTest {

    private static final Set<String> IMAGES = Stream.concat(
                    Images.of(Versions.ofThisBuild().lab()).all().stream().map(Images.Image::name),
                    Stream.of("postgres:18", "prom/prometheus:v3.5.0", "grafana/grafana:12.1.0"))
            .collect(Collectors.toUnmodifiableSet());

    @BeforeEach
    void needsKubectl() {
        assumeTrue(Rendered.isPossible(), "kubectl renders; there is none on the PATH");
    }

    static Stream<String> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(LabHome.find().resolve("k8s/overlays"))) {
            return folders.map(folder -> "overlays/" + folder.getFileName()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void overlayKeepsEveryRule(String overlay) {
        assertThat(breaks(Rendered.text(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "load-parallel"})
    void loadKeepsEveryRule(String load) {
        assertThat(breaks(Rendered.text("overlays/kind") + "---\n" + Rendered.text(load)))
                .isEmpty();
    }

    @Test
    void oldClustersAreAskedForNothingNew() {
        assertThat(Rendered.text("overlays/plain")).doesNotContain("policy/v1", "autoscaling/v2");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.concurrencylab.cluster.BrokenManifest#all")
    void ruleFindsWhatItIsFor(BrokenManifest broken) {
        assertThat(breaks(broken.render()))
                .anySatisfy(found -> assertThat(found).contains(broken.sentence()));
    }

    private static List<String> breaks(String text) {
        List<JsonNode> objects = Rendered.resources(text);
        return Stream.concat(
                        objects.stream().flatMap(object -> UnknownFields.of(object).stream()),
                        new ManifestRules(objects, IMAGES).breaks().stream())
                .toList();
    }
}
