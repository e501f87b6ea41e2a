package org.concurrencylab.environment;

/**
 * A command cannot go on. The message is one sentence for people: what is wrong and, where there is one, the remedy.
 */
public class LabFailure extends RuntimeException {

    /** A failure that needs no technical cause. */
    public LabFailure(String sentence) {
        super(sentence);
    }

    /** A failure whose cause goes to the log. */
    public LabFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
