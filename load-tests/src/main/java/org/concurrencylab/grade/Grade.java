package org.concurrencylab.grade;

import java.util.List;
import java.util.Optional;

/**
 * What a submission is worth.
 *
 * @param assignment its folder's name
 * @param marks in the order in which a student should mend what is lacking
 * @param seconds that the grading took
 */
public record Grade(String assignment, List<Mark> marks, double seconds) {

    /** Points that it has. */
    public int points() {
        return marks.stream().mapToInt(Mark::points).sum();
    }

    /** Points to be had. */
    public int of() {
        return marks.stream().mapToInt(Mark::of).sum();
    }

    /** Whether nothing is lacking. */
    public boolean passed() {
        return lacks().isEmpty();
    }

    /** What is lacking, the first one to be mended first. */
    public List<Lack> lacks() {
        return marks.stream().map(Mark::lack).flatMap(Optional::stream).toList();
    }
}
