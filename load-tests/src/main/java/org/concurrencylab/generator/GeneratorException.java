package org.concurrencylab.generator;

/** The generator cannot run a slice or is gone. The message is one sentence for the user. */
public final class GeneratorException extends RuntimeException {
    GeneratorException(String sentence) {
        super(sentence);
    }

    GeneratorException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
