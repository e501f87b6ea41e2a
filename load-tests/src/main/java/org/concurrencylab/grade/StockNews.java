package org.concurrencylab.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.LabFailure;

/**
 * What a client knows of stocks from events alone.
 *
 * @param changes that it was told
 * @param misses how often it was told that there were others
 * @param newest book of each number, by version
 */
record StockNews(int changes, int misses, Map<Long, JsonNode> newest) {

    static final String CHANGE = "stock";
    static final String MISS = "missed";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What these events say. */
    static StockNews of(List<EventLines.Event> events) {
        List<JsonNode> changes = changes(events);
        Map<Long, JsonNode> newest = new HashMap<>();
        changes.forEach(book -> newest.merge(
                book.path("id").asLong(), book, (one, other) -> version(other) < version(one) ? one : other));
        long misses = events.stream().filter(event -> event.name().equals(MISS)).count();
        return new StockNews(changes.size(), Math.toIntExact(misses), newest);
    }

    /** The books of all changes, one after another. */
    static List<JsonNode> changes(List<EventLines.Event> events) {
        return events.stream()
                .filter(event -> event.name().equals(CHANGE))
                .map(event -> read(event.data()))
                .toList();
    }

    /** How many of these stocks it does not know. */
    long unknown(Map<Long, Long> stocks) {
        return stocks.entrySet().stream()
                .filter(each -> !newest.containsKey(each.getKey())
                        || newest.get(each.getKey()).path("stock").asLong() != each.getValue())
                .count();
    }

    private static long version(JsonNode book) {
        return book.path("version").asLong();
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new LabFailure("The data of an event is no JSON: " + data + ".", e);
        }
    }
}
