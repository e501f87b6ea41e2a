package org.concurrencylab.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The published document, {@code META-INF/openapi.yaml}, as a judge of answers. Immutable. */
final class OpenApiDocument {

    private static final String ID = "https://concurrency-lab.invalid/openapi";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final JsonNode root;
    private final SchemaRegistry schemas;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        // Schemas alone: a validator of JSON Schema warns about every word of OpenAPI around them.
        String definitions = "{\"$defs\":" + root.at("/components/schemas") + "}";
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ID, definitions.replace(SCHEMAS, DEFINITIONS))));
    }

    private static final class Published {
        static final String TEXT = read();
        static final OpenApiDocument DOCUMENT = parse(TEXT);

        private static String read() {
            try (InputStream yaml = OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
                return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static OpenApiDocument parse(String yaml) {
            try {
                return new OpenApiDocument(new YAMLMapper().readTree(yaml));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The document of this project, read once. */
    static OpenApiDocument published() {
        return Published.DOCUMENT;
    }

    /** The same as it is written. */
    static String text() {
        return Published.TEXT;
    }

    /** What in the answer contradicts the document; nothing when the request is none of those it describes. */
    List<String> faults(String method, String pathAndQuery, Reply reply) {
        Optional<JsonNode> operation = operation(method, pathAndQuery.split("\\?")[0]);
        if (operation.isEmpty()) {
            return List.of();
        }
        JsonNode response = resolve(operation.get().path("responses").path(Integer.toString(reply.status())));
        if (response.isMissingNode()) {
            return List.of("the status " + reply.status() + " is not described");
        }
        List<String> faults = new ArrayList<>(headerFaults(response, reply));
        boolean bodyExpected = !method.equals("HEAD") && response.has("content");
        faults.addAll(bodyExpected ? bodyFaults(response.path("content"), reply) : unexpectedBody(reply));
        return faults;
    }

    private Optional<JsonNode> operation(String method, String path) {
        String key = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return root.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(entry -> entry.getValue().path(key))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private List<String> headerFaults(JsonNode response, Reply reply) {
        List<String> faults = new ArrayList<>();
        response.path("headers").forEachEntry((name, reference) -> {
            String pattern = resolve(reference).path("schema").path("pattern").asText("");
            String value = reply.header(name);
            if (!Pattern.compile(pattern).matcher(value).find()) {
                faults.add("the header " + name + " is '" + value + "' and must match " + pattern);
            }
        });
        return faults;
    }

    private List<String> bodyFaults(JsonNode content, Reply reply) {
        JsonNode described = content.path(reply.mediaType());
        if (described.isMissingNode()) {
            return List.of("the Content-Type is '" + reply.header("Content-Type") + "' and must be " + names(content));
        }
        String reference = described.path("schema").path("$ref").asText();
        if (reference.isEmpty()) {
            // An image: of bytes a schema says nothing.
            return List.of();
        }
        Schema schema = schemas.getSchema(SchemaLocation.of(ID + reference.replace(SCHEMAS, DEFINITIONS)));
        return schema.validate(reply.body(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<String> unexpectedBody(Reply reply) {
        return reply.body().isEmpty() ? List.of() : List.of("there must be no body");
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
