package org.concurrencylab.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes results.json. Whatever goes wrong is one sentence in a {@link ResultsException}. */
public final class ResultsFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** A run of twenty minutes writes about one; more would not fit into a small heap. */
    private static final long MOST_BYTES = 64 << 20;

    private ResultsFile() {}

    /**
     * @param file a results.json of this format
     * @return what it holds; every reference between its parts resolves and every histogram decodes
     * @throws ResultsException when it is missing, a folder, empty, cut off, of another format or inconsistent
     */
    public static Results read(Path file) {
        JsonNode document = parse(file, content(file));
        String format = document.path("format").asText("");
        if (!format.startsWith("concurrency-lab/results/")) {
            throw new ResultsException(
                    file + " is not a results.json of the lab: its \"format\" is missing or foreign.");
        }
        if (!format.equals(Results.FORMAT)) {
            throw new ResultsException(
                    file + " has the format " + format + "; this version of the lab reads " + Results.FORMAT + ".");
        }
        refuse(file, new ResultsSchema().violations(document));
        try {
            Results results = JSON.treeToValue(document, Results.class);
            refuse(file, Consistency.violations(results));
            return results;
        } catch (JsonProcessingException e) {
            throw new ResultsException(file + " does not follow its format: " + e.getOriginalMessage() + ".", e);
        }
    }

    /**
     * Writes all or nothing: a reader never meets half a file, and a failed write leaves the old file as it was.
     *
     * @param file where to; its folder is created when missing
     * @param results what to keep
     * @throws ResultsException when the file cannot be written
     */
    public static void write(Path file, Results results) {
        if (Files.isDirectory(file)) {
            throw new ResultsException("Cannot write " + file + ": it is a folder.");
        }
        try {
            AtomicFile.write(file, JSON.writeValueAsString(results) + "\n");
        } catch (IOException e) {
            throw new ResultsException("Cannot write " + file + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private static String content(Path file) {
        if (Files.isDirectory(file)) {
            throw new ResultsException(file + " is a folder; name the results.json in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ResultsException(file + " is not an ordinary file.");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ResultsException(file + " is too large for a results.json of the lab.");
            }
            String content = Files.readString(file, StandardCharsets.UTF_8);
            if (content.isBlank()) {
                throw new ResultsException(file + " is empty.");
            }
            return content;
        } catch (IOException e) {
            throw new ResultsException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private static JsonNode parse(Path file, String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new ResultsException(
                    file + " is cut off or not JSON (line " + e.getLocation().getLineNr() + ").", e);
        }
    }

    private static void refuse(Path file, List<String> violations) {
        if (!violations.isEmpty()) {
            throw new ResultsException(file + " does not follow its format: " + violations.getFirst()
                    + (violations.size() == 1 ? "." : " (and " + (violations.size() - 1) + " more)."));
        }
    }
}
