package org.concurrencylab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.environment.LabHome;

/** Kustomizations of the project as kubectl renders them. */
final class Rendered {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Rendered() {}

    /** Whether this machine can render. */
    static boolean isPossible() {
        return Tool.find("kubectl").isPresent();
    }

    /** @param folder below k8s */
    static String text(String folder) {
        Path path = LabHome.find().resolve("k8s").resolve(folder);
        Tool.Outcome rendered = Tool.find("kubectl").orElseThrow().run(List.of("kustomize", path.toString()));
        if (!rendered.isGood()) {
            throw new AssertionError(folder + " does not render: " + rendered.reason());
        }
        return rendered.output();
    }

    static List<JsonNode> resources(String text) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
