package org.concurrencylab.experiments;

import java.util.List;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.results.Trial;

/** A question, what is expected, and what has to be measured to know. */
public interface Experiment {

    /** As the command line and results name it. */
    String name();

    /** In plain words, with a question mark. */
    String question();

    /** What a formula or a claim expects, written before measuring. */
    String prediction();

    /**
     * About how long it takes once the contenders are warm.
     *
     * @param contenders how many there are
     * @return in seconds
     */
    double seconds(int contenders);

    /** Contenders that it starts and that are measured warm, beside those of the run. */
    default List<ContenderSpec> guests(List<ContenderSpec> contenders) {
        return List.of();
    }

    /** Whether it loads the contenders of the run, which must be warm then. */
    default boolean needsContendersWarm() {
        return true;
    }

    /**
     * Measures what the answer needs. What was measured when a service ends in the middle of it is lost with this call:
     * it is the experiment's result that counts, not a part of it.
     */
    List<Trial> measure(Bench bench);

    /** What the measurements say; the same trials give the same answer. */
    Answer answer(List<Trial> trials);
}
