package org.concurrencylab.verify.reference;

import java.util.List;
import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.Violation;

/** Carries a refusal to where requests are answered. */
public final class Refused extends RuntimeException {

    private final ProblemType type;
    private final transient Answer answer;

    Refused(ProblemType type) {
        this(type, Answer.problem(type));
    }

    Refused(String field, String message) {
        this(ProblemType.INVALID_REQUEST, Answer.invalid(List.of(new Violation(field, message))));
    }

    Refused(Answer answer) {
        this(ProblemType.INVALID_REQUEST, answer);
    }

    private Refused(ProblemType type, Answer answer) {
        this.type = type;
        this.answer = answer;
    }

    ProblemType type() {
        return type;
    }

    Answer answer() {
        return answer;
    }
}
