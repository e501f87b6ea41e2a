package org.concurrencylab.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concurrencylab.fuzz.Operation.Parameter;

/**
 * The API as its document describes it.
 *
 * @param operations in the document's order
 */
record Api(List<Operation> operations) {
    private static final String DOCUMENT = "/META-INF/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    /** The document that both services publish. */
    static Api read() {
        try (InputStream document = Api.class.getResourceAsStream(DOCUMENT)) {
            return of(new YAMLMapper().readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Api of(JsonNode root) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(
                            operation(root, path.getKey(), path.getValue(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return new Api(List.copyOf(operations));
    }

    private static Operation operation(JsonNode root, String path, JsonNode shared, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode place : List.of(shared.path("parameters"), operation.path("parameters"))) {
            for (JsonNode each : place) {
                JsonNode parameter = resolved(root, each);
                parameters.add(new Parameter(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        resolved(root, parameter.path("schema"))));
            }
        }
        JsonNode content = resolved(root, operation.path("requestBody")).path("content");
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                List.copyOf(types),
                resolved(root, content.path("application/json").path("schema")));
    }

    /** A copy in which what references lead to stands in their place. */
    private static JsonNode resolved(JsonNode root, JsonNode node) {
        String reference = node.path("$ref").asText("");
        if (reference.startsWith("#/")) {
            return resolved(root, root.at(reference.substring(1)));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), resolved(root, each.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(each -> copy.add(resolved(root, each)));
            return copy;
        }
        return node;
    }
}
