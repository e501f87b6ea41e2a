package org.concurrencylab.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What came back of one connection's bytes.
 *
 * @param all answers in their order
 * @param end why there are no more
 */
record Answers(List<Answer> all, End end) {

    /** Why no further answer was read. */
    enum End {
        /** As many as were awaited have come. */
        COMPLETE("complete"),
        /** The service closed the connection before. */
        CLOSED("closed"),
        /** Nothing came for as long as anybody would wait. */
        SILENT("no answer");

        private final String words;

        End(String words) {
            this.words = words;
        }
    }

    /**
     * One answer, without its body.
     *
     * @param status of HTTP
     * @param type its media type without parameters; empty when it has none
     * @param located whether it says where something new is
     */
    record Answer(int status, String type, boolean located) {
        private static final int FIRST_SERVER_ERROR = 500;

        boolean isServerError() {
            return status >= FIRST_SERVER_ERROR;
        }

        @Override
        public String toString() {
            return type.isEmpty() ? String.valueOf(status) : status + " " + type;
        }
    }

    boolean hasServerError() {
        return all.stream().anyMatch(Answer::isServerError);
    }

    /** What two services have to agree in. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        all.forEach(answer -> words.add(answer.toString()));
        if (end != End.COMPLETE) {
            words.add(end.words);
        }
        return String.join(", then ", words);
    }
}
