package org.concurrencylab.grade;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.experiments.PlainClient.Reply;
import org.concurrencylab.experiments.Shop;

/**
 * A search of lab 3.
 *
 * @param prefix that titles are to begin with
 * @param titles that do, in the order of their books' ids
 */
record TitleSearch(String prefix, List<String> titles) {

    private static final int SHOWN = 3;

    /**
     * What a service finds.
     *
     * @param status of HTTP
     * @param titles on the first page
     */
    record Found(int status, List<String> titles) {}

    /** Asks a service. */
    Found ask(PlainClient client, URI service) {
        String encoded = URLEncoder.encode(prefix, StandardCharsets.UTF_8).replace("+", "%20");
        Reply reply = client.get(service, "/books?title=" + encoded);
        List<String> found = reply.status() == Shop.OK
                ? StreamSupport.stream(reply.json().path("items").spliterator(), false)
                        .map(item -> item.path("title").asText())
                        .toList()
                : List.of();
        return new Found(reply.status(), found);
    }

    /** What is wrong with what was found, as "it" does it; empty when nothing is. */
    Optional<String> objection(Found found) {
        if (found.status() != Shop.OK) {
            return Optional.of("answers a search for titles that begin with \"%s\" with status %d."
                    .formatted(prefix, found.status()));
        }
        return found.titles().equals(titles)
                ? Optional.empty()
                : Optional.of("finds %s for titles that begin with \"%s\", where it should find %s."
                        .formatted(shown(found.titles()), prefix, shown(titles)));
    }

    private static String shown(List<String> titles) {
        return switch (titles.size()) {
            case 0 -> "nothing";
            case 1, 2, SHOWN -> String.join(", ", titles);
            default -> "%d books, such as %s".formatted(titles.size(), String.join(", ", titles.subList(0, SHOWN)));
        };
    }
}
