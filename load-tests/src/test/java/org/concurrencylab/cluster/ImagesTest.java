package org.concurrencylab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Dockerfiles, and what is said of images that are not there. */
class ImagesTest {

    private static final String VERSION = Versions.ofThisBuild().lab();

    static Stream<Images.Image> images() {
        return Images.of(VERSION).all().stream();
    }

    @ParameterizedTest
    @MethodSource("images")
    void dockerfileIsOneStageOfThisVersionWithoutRoot(Images.Image image) throws IOException {
        Path module = LabHome.find().resolve(image.module());
        List<String> lines = Files.readAllLines(module.resolve(image.dockerfile()));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .singleElement()
                .asString()
                .matches("FROM \\S+:\\S+")
                .doesNotEndWith(":latest");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("USER "))
                .singleElement()
                .asString()
                .matches("USER [1-9]\\d*:[1-9]\\d*");
        assertThat(lines).anyMatch(line -> line.contains("image.version=\"" + VERSION + "\""));
        assertThat(lines).anyMatch(line -> line.contains("-t " + image.name() + " " + image.module()));
        assertThat(module.resolve(".dockerignore")).content().startsWith("*\n");
    }

    @Test
    void contentHasATagOfItsOwn() {
        Images.Image image = Images.of("1.2.0").all().getFirst();

        assertThat(image.ofContent("sha256:0123456789abcdef\n").name())
                .isEqualTo("concurrency-lab/blocking:1.2.0-0123456789ab");
        assertThat(image.ofContent("0123456789abcdef").name()).isEqualTo("concurrency-lab/blocking:1.2.0-0123456789ab");
    }

    @Test
    void knowsTheTagsThatAreDeployed() {
        Images deployed = Images.of("1.2.0").with("concurrency-lab/virtual:1.2.0-0f");

        assertThat(deployed.all()).extracting(Images.Image::tag).containsExactly("1.2.0", "1.2.0-0f", "1.2.0", "1.2.0");
    }

    @Test
    void namesTheImageThatNoNodeHas() {
        JsonNode nodes = json("""
                {"items": [{"status": {"images": [
                  {"names": ["docker.io/concurrency-lab/blocking:1.2.0"]},
                  {"names": ["concurrency-lab/virtual:1.2.0", "sha256:00"]},
                  {"names": ["docker.io/concurrency-lab/reactive:1.1.0"]}]}}]}""");

        assertThat(Images.of("1.2.0").missing(nodes)).contains("concurrency-lab/reactive:1.2.0");
    }

    @Test
    void refusesAnOverlayThatIsNotThere() {
        assertThatExceptionOfType(LabFailure.class)
                .isThrownBy(() -> Staged.of(LabHome.find(), "overlays/none", Images.of("1.2.0"), ""))
                .withMessage("There is no k8s/overlays/none/kustomization.yaml. Nothing was applied.");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
