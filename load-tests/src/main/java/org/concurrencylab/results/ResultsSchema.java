package org.concurrencylab.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON Schema (2020-12) of results.json; {@code results.schema.json} beside this class describes every field. */
public final class ResultsSchema {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text());

    /**
     * @param document a parsed results.json
     * @return what the schema objects to, each with its place; empty when the document follows it
     */
    public List<String> violations(JsonNode document) {
        return schema.validate(document).stream().map(ResultsSchema::sentence).toList();
    }

    private static String sentence(Error error) {
        String place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "" : place + ": ") + error.getMessage();
    }

    /** The schema itself, as published. */
    public static String text() {
        try (InputStream in = ResultsSchema.class.getResourceAsStream("results.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
