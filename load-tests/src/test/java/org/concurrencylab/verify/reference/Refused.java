package org.concurrencylab.verify.reference;

import java.util.List;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;

/** Carries a refusal to where requests are answered. */
public final class Refused extends RuntimeException {

    private final transient Answer answer;

    Refused(ProblemType type) {
        this(Answer.problem(type));
    }

    Refused(String field, String message) {
        this(Answer.invalid(List.of(new Violation(field, message))));
    }

    Refused(Answer answer) {
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
