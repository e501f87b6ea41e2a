package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.results.Results.Slice;

/**
 * Who takes part in a block. The reference does twice: its two slices are an A/A pair, whose difference is noise.
 *
 * @param subject the service
 * @param twin whether this is the reference's second part
 */
record Entrant(Subject subject, boolean twin) {

    /** All contenders, and the first of them, which is the reference, once more. */
    static List<Entrant> of(List<Subject> subjects) {
        List<Entrant> entrants = new ArrayList<>();
        subjects.forEach(subject -> entrants.add(new Entrant(subject, false)));
        entrants.add(new Entrant(subjects.getFirst(), true));
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
