package org.concurrencylab.grade;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a stream of server-sent events, and the events that they make.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">How they
 *     are read</a>
 */
final class EventLines {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> data = new ArrayList<>();
    private String name = "";

    // Both belong to whoever holds the lock of this.
    private final List<Event> events = new ArrayList<>();
    private int comments;

    /**
     * What was sent.
     *
     * @param name of the kind of event; "message" when it has none
     * @param data as text
     */
    record Event(String name, String data) {}

    /** Adds bytes as they come, wherever in a line they begin or end. */
    void add(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '\n') {
                finish(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (each != '\r') {
                line.write(each);
            }
        }
    }

    private void finish(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1).replaceFirst("^ ", "");
        if (text.isEmpty()) {
            dispatch();
        } else if (colon == 0) {
            comment();
        } else if (field.equals("event")) {
            name = value;
        } else if (field.equals("data")) {
            data.add(value);
        }
    }

    /** A client is told nothing of an event without data. */
    private void dispatch() {
        if (!data.isEmpty()) {
            add(new Event(name.isEmpty() ? "message" : name, String.join("\n", data)));
        }
        data.clear();
        name = "";
    }

    private synchronized void add(Event event) {
        events.add(event);
    }

    private synchronized void comment() {
        comments++;
    }

    /** Those that are complete. */
    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** How many comments there were. */
    synchronized int comments() {
        return comments;
    }
}
