package org.concurrencylab.api.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.concurrencylab.api.Violation;

/** What is wrong with a body that could not be read, in the caller's terms. */
final class JsonViolations {

    private JsonViolations() {}

    static List<Violation> of(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
                return List.of(new Violation(fieldPath(mapping), message(mapping)));
            }
        }
        return List.of(new Violation("body", "must be one JSON object in UTF-8"));
    }

    private static String message(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is no field of this request";
            case InvalidFormatException format -> "must be " + kind(format.getTargetType());
            case MismatchedInputException mismatch -> "must be " + kind(mismatch.getTargetType());
            default -> "is out of range or not in UTF-8";
        };
    }

    private static String kind(Class<?> type) {
        return type == Integer.class ? "a whole number of at most 32 bits" : "text";
    }

    private static String fieldPath(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
