package org.concurrencylab.experiments;

import java.util.List;

/**
 * What an experiment found.
 *
 * @param verdict in plain words, with its figures
 * @param rulings on the claims that it puts to the test
 * @param pictures of the measurements
 * @param exhibits text worth seeing as it is
 */
public record Answer(String verdict, List<Ruling> rulings, List<Picture> pictures, List<Exhibit> exhibits) {

    Answer(String verdict, List<Ruling> rulings, List<Picture> pictures) {
        this(verdict, rulings, pictures, List.of());
    }

    Answer(String verdict, List<Picture> pictures) {
        this(verdict, List.of(), pictures, List.of());
    }

    /** There is nothing to go by. */
    static Answer cannotTell(String why) {
        return new Answer("Cannot tell: " + why + ".", List.of());
    }

    /** There is nothing to go by, and so nothing to say of the claims that the experiment of this name is about. */
    static Answer cannotTell(String experiment, String why) {
        return new Answer(
                "Cannot tell: " + why + ".",
                Claim.of(experiment).stream()
                        .map(claim -> Ruling.cannotTell(claim, "–", "–", "Cannot tell: " + why + "."))
                        .toList(),
                List.of());
    }

    /**
     * Lines that a program wrote, such as a stack trace.
     *
     * @param title what it is
     * @param lines as written
     */
    public record Exhibit(String title, List<String> lines) {}
}
