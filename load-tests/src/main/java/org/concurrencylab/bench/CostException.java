package org.concurrencylab.bench;

/** A measurement that cannot be made; its message is one sentence for the user. */
final class CostException extends RuntimeException {

    CostException(String sentence) {
        super(sentence);
    }

    CostException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
