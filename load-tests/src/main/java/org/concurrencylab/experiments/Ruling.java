package org.concurrencylab.experiments;

/**
 * What an experiment says of a claim.
 *
 * @param claim which one
 * @param word the verdict
 * @param predicted the figure expected before measuring, short, for a table
 * @param measured the figure that decided, with its interval, short, for a table
 * @param because how the word follows from the figure, in one sentence
 */
public record Ruling(Claim claim, Word word, String predicted, String measured, String because) {

    /** The three verdicts there are. */
    public enum Word {
        /** The measurement agrees. */
        HOLDS("holds"),
        /** The measurement contradicts. */
        DOES_NOT_HOLD("does not hold"),
        /** Neither is shown: too much noise, or not measured. */
        CANNOT_TELL("cannot be told here");

        private final String words;

        Word(String words) {
            this.words = words;
        }

        /** As printed. */
        public String words() {
            return words;
        }
    }

    static Ruling holds(Claim claim, String predicted, String measured, String because) {
        return new Ruling(claim, Word.HOLDS, predicted, measured, because);
    }

    static Ruling doesNotHold(Claim claim, String predicted, String measured, String because) {
        return new Ruling(claim, Word.DOES_NOT_HOLD, predicted, measured, because);
    }

    static Ruling cannotTell(Claim claim, String predicted, String measured, String because) {
        return new Ruling(claim, Word.CANNOT_TELL, predicted, measured, because);
    }
}
