package org.concurrencylab.api.http;

import org.concurrencylab.api.PlainText;

/** The query parameter {@code title} as a pattern for SQL's {@code like ... escape '!'}. */
final class TitlePattern {

    private static final int LONGEST = 200;

    private TitlePattern() {}

    /** Whatever holds this text: each of its characters stands for itself. Throws a 400 naming {@code title}. */
    static String of(String prefix) {
        if (prefix.length() > LONGEST || !new PlainText.Validator().isValid(prefix, null)) {
            throw ProblemException.invalid("title", "must hold at most 200 characters, and no control characters");
        }
        return "%" + prefix.replaceAll("[!%_]", "!$0") + "%";
    }
}
