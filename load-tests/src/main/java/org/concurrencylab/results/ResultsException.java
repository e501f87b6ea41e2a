package org.concurrencylab.results;

/** A results file that cannot be read or written; the message is one sentence for people and names the file. */
public final class ResultsException extends RuntimeException {
    public ResultsException(String message) {
        super(message);
    }

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
