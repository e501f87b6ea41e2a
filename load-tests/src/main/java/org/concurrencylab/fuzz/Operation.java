package org.concurrencylab.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One operation of the API, as far as requests are made of it.
 *
 * @param id its {@code operationId}
 * @param method in capitals
 * @param path with the parameters in braces
 * @param parameters of path, query and headers
 * @param bodyTypes media types of the body; empty when there is none
 * @param body the schema of a JSON body; missing otherwise
 */
record Operation(
        String id, String method, String path, List<Parameter> parameters, List<String> bodyTypes, JsonNode body) {

    /**
     * @param name as callers write it
     * @param in path, query or header
     * @param schema without references
     */
    record Parameter(String name, String in, JsonNode schema) {}

    boolean takesJson() {
        return bodyTypes.contains("application/json");
    }
}
