package org.concurrencylab.results;

/**
 * Something that makes a slice less than certain.
 *
 * @param kind what it is
 * @param sentence for people, with its figure
 */
public record Finding(Kind kind, String sentence) {

    /** Kinds of findings. */
    public enum Kind {
        /** The contender gave answers that the API does not promise. */
        WRONG_ANSWERS("wrong answers", true, true),
        /** The generator sent fewer or more requests than it was asked for. */
        RATE_MISSED("rate missed", true, true),
        /** The generator sent too late, which hides latency. */
        LATE("generator late", true, true),
        /** The CPUs of the generator were full, and the generator used most of them. */
        GENERATOR_SATURATED("generator saturated", true, false),
        /** The CPUs of the database were full, and the database used most of them. */
        DATABASE_SATURATED("database saturated", true, false),
        /** Programs that do not belong to the run used the CPUs. */
        FOREIGN_CPU("other programs", true, true),
        /** The machine that this virtual machine runs on gave the CPUs to others. */
        STOLEN_CPU("stolen CPU time", true, true),
        /** A contender answered when it was another one's turn already. */
        OVERRUN("a turn too long", true, true),
        /** Requests in flight do not equal rate times latency: one of the three is wrong, or nothing was steady. */
        LITTLE("Little's law", false, false);

        private final String words;
        private final boolean disqualifies;
        private final boolean passing;

        Kind(String words, boolean disqualifies, boolean passing) {
            this.words = words;
            this.disqualifies = disqualifies;
            this.passing = passing;
        }

        /** In two words. */
        public String words() {
            return words;
        }

        /** Whether a slice with this finding must not be compared. */
        public boolean disqualifies() {
            return disqualifies;
        }

        /** Whether another try may well be without it. */
        public boolean passing() {
            return passing;
        }
    }
}
