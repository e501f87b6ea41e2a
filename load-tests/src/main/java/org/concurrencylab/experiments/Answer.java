package org.concurrencylab.experiments;

import java.util.List;

/**
 * What an experiment found.
 *
 * @param verdict in plain words, with its figures
 * @param pictures of the measurements
 */
public record Answer(String verdict, List<Picture> pictures) {

    /** There is nothing to go by. */
    static Answer cannotTell(String why) {
        return new Answer("Cannot tell: " + why + ".", List.of());
    }
}
