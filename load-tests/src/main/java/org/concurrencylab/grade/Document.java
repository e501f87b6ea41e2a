package org.concurrencylab.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;

/**
 * The OpenAPI document that a service publishes.
 *
 * @param root of the document
 */
record Document(JsonNode root) {

    /** Where it stands in a submission. */
    static final String FILE = "api-contract/src/main/resources/META-INF/openapi.yaml";

    private static final String PATH = "/q/openapi";

    /** Reads that of a service. */
    static Document of(ServiceProcess service) {
        try (PlainClient client = new PlainClient()) {
            return new Document(
                    new YAMLMapper().readTree(client.get(service.url(), PATH).body()));
        } catch (JsonProcessingException e) {
            throw new LabFailure(
                    "%s publishes no OpenAPI document that can be read: %s."
                            .formatted(service.contender().name(), e.getOriginalMessage()),
                    e);
        }
    }

    /** A property of a schema; empty when it is not described. */
    Optional<JsonNode> property(String schema, String name) {
        return found(root.path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .path(name));
    }

    /** Whether a property of a schema has to be there. */
    boolean requires(String schema, String name) {
        JsonNode required = root.path("components").path("schemas").path(schema).path("required");
        return StreamSupport.stream(required.spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(name::equals);
    }

    /** An answer to a GET; empty when it is not described. */
    Optional<JsonNode> answer(String path, int status) {
        return found(root.path("paths").path(path).path("get").path("responses").path(String.valueOf(status)));
    }

    /** The schema of a query parameter of {@code GET} on a path; empty when it is not described. */
    Optional<JsonNode> queryParameter(String path, String name) {
        JsonNode parameters = root.path("paths").path(path).path("get").path("parameters");
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.path("name").asText().equals(name)
                        && parameter.path("in").asText().equals("query"))
                .findFirst()
                .flatMap(parameter -> found(parameter.path("schema")));
    }

    /**
     * What a document lacks of a query parameter of {@code GET /books}; empty when no service's does.
     *
     * @param schema what the parameter's schema must be
     * @param expected the same in words, e.g. "title that is a text"
     */
    static Optional<Lack> lackOfListParameter(
            List<ServiceProcess> services, String name, Predicate<JsonNode> schema, String expected, String hint) {
        boolean all = services.stream()
                .allMatch(service -> Document.of(service)
                        .queryParameter("/books", name)
                        .filter(schema)
                        .isPresent());
        return all
                ? Optional.empty()
                : Optional.of(
                        new Lack("In openapi.yaml GET /books has no query parameter " + expected + ".", hint, FILE));
    }

    private Optional<JsonNode> found(JsonNode node) {
        return Optional.of(resolved(node)).filter(JsonNode::isObject);
    }

    /** What a reference within the document leads to. */
    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }
}
