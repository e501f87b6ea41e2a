package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.results.Results.Slice;

/**
 * Who takes part in a block. One contender does twice: its two slices are an A/A pair, whose difference is noise. Each
 * has its turn at that, or the one that is asked twice as often would be the warmer one: the reference, measured twice
 * in every block, cost 2 to 5 % less CPU time per request than a second process of itself.
 *
 * @param subject the service
 * @param twin whether this is its second part
 */
record Entrant(Subject subject, boolean twin) {

    /**
     * All of them, and one of them once more, the last.
     *
     * @param block from 0; the next one has the next twin
     */
    static List<Entrant> of(List<Subject> subjects, int block) {
        List<Entrant> entrants = new ArrayList<>();
        subjects.forEach(subject -> entrants.add(new Entrant(subject, false)));
        entrants.add(new Entrant(subjects.get(block % subjects.size()), true));
        return List.copyOf(entrants);
    }

    /** Whether a slice is this one's. */
    boolean measured(Slice slice) {
        return slice.twin() == twin && slice.contender().equals(subject.name());
    }

    /** For people. */
    String label() {
        return subject.name() + (twin ? " again" : "");
    }
}
