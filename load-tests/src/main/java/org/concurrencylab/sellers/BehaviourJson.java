package org.concurrencylab.sellers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.concurrencylab.api.SellerBehaviour;

/** Reads a {@link SellerBehaviour} strictly: all four fields, no others, each in its range. */
final class BehaviourJson {

    private static final int LONGEST_DELAY_MILLIS = 60_000;
    private static final String FIELDS = "delayMillis, jitterMillis, errorRate and hangRate";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private BehaviourJson() {}

    /**
     * @param json the body of {@code PUT /control}
     * @throws IllegalArgumentException with one sentence for the caller, when it is not a valid behaviour
     */
    static SellerBehaviour parse(byte[] json) {
        try {
            SellerBehaviour behaviour = MAPPER.readValue(json, SellerBehaviour.class);
            return behaviour == null ? refuse("The body must be a JSON object.") : valid(behaviour);
        } catch (UnrecognizedPropertyException unknown) {
            return refuse("Unknown field \"%s\"; the fields are %s.".formatted(unknown.getPropertyName(), FIELDS));
        } catch (JsonMappingException mismatch) {
            return refuse(sentence(mismatch));
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            return refuse(
                    "The body is not valid JSON (line %d, column %d).".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (java.io.IOException unreadable) {
            return refuse("The body cannot be read.");
        }
    }

    /** @throws IllegalArgumentException with one sentence, when a field is out of its range */
    static SellerBehaviour valid(SellerBehaviour behaviour) {
        if (behaviour.delayMillis() < 0 || behaviour.delayMillis() > LONGEST_DELAY_MILLIS) {
            return refuse("delayMillis must be from 0 to %d.".formatted(LONGEST_DELAY_MILLIS));
        }
        if (behaviour.jitterMillis() < 0 || behaviour.jitterMillis() > behaviour.delayMillis()) {
            return refuse("jitterMillis must be from 0 to delayMillis.");
        }
        requireShare("errorRate", behaviour.errorRate());
        requireShare("hangRate", behaviour.hangRate());
        if (behaviour.errorRate() + behaviour.hangRate() > 1) {
            return refuse("errorRate and hangRate must not add up to more than 1.");
        }
        return behaviour;
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            refuse(name + " must be from 0 to 1.");
        }
    }

    private static String sentence(JsonMappingException mismatch) {
        if (mismatch.getPath().isEmpty()) {
            return "The body must be a JSON object with the fields " + FIELDS + ".";
        }
        String field = mismatch.getPath().getFirst().getFieldName();
        return field.endsWith("Millis")
                ? field + " must be given as a whole number of milliseconds."
                : field + " must be given as a number from 0 to 1.";
    }

    private static SellerBehaviour refuse(String sentence) {
        throw new IllegalArgumentException(sentence);
    }
}
