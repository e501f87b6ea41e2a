package org.concurrencylab.grade;

import java.util.List;
import java.util.Map;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;

/**
 * A course lab: a folder below {@code assignments}, and what its grader looks at. A new one is a class of this type,
 * its folder, and a line in {@link Assignments}.
 */
public interface Assignment {

    /** The name of its folder, which begins with its number in two digits. */
    String folder();

    /** Who is started. */
    default List<ContenderSpec> contenders() {
        return ContenderSpec.USUAL;
    }

    /** Files beside the modules' sources that a submission brings, relative to its folder. */
    default List<String> files() {
        return List.of();
    }

    /** Configuration properties that every contender is started with, beside the usual ones. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /**
     * Looks at a submission that runs. A mark counts or compares; none takes a time for itself.
     *
     * @param submission database, sellers and the contenders, each on one CPU
     * @return marks of 100 points together, in the order in which a student should mend what is lacking
     */
    List<Mark> marks(LabStack submission);

    /** The same, for an assignment that also reads files of a submission or starts more of it. */
    default List<Mark> marks(Submission submission) {
        return marks(submission.running());
    }

    /** Its number. */
    default int number() {
        return Integer.parseInt(folder().substring(0, 2));
    }
}
