package org.concurrencylab.grade;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.concurrencylab.environment.Run;

/**
 * Grades what the assignments bring along.
 *
 * @param grader that must tell right from wrong
 * @param out hears a line for each
 */
record SelfTest(Grader grader, Consumer<String> out) {

    /** Whether every grade is as expected. */
    boolean passes(List<Assignment> assignments) {
        boolean passes = true;
        for (Assignment assignment : assignments) {
            for (Expected expected : Expected.of(folder(assignment))) {
                passes &= passes(assignment, expected);
            }
        }
        return passes;
    }

    private boolean passes(Assignment assignment, Expected expected) {
        try (Run run = Run.begin()) {
            Path submission = run.folder().resolve(expected.name());
            compose(assignment, expected, submission);
            Grade grade = grader.grade(assignment, submission);
            Optional<String> objection = expected.objection(grade);
            out.accept("%s  %s %s: %d of %d points in %.0f s%s"
                    .formatted(
                            objection.isEmpty() ? "ok   " : "WRONG",
                            assignment.folder(),
                            expected.name(),
                            grade.points(),
                            grade.of(),
                            grade.seconds(),
                            grade.lacks().stream()
                                    .findFirst()
                                    .map(lack -> "; " + lack.reason())
                                    .orElse("")));
            objection.ifPresent(sentence -> out.accept("       " + sentence));
            return objection.isEmpty();
        }
    }

    private void compose(Assignment assignment, Expected expected, Path submission) {
        Sources.SUBMITTED.forEach(folder -> Sources.copy(grader.home().resolve(folder), submission.resolve(folder)));
        Sources.copyFiles(assignment.files(), grader.home(), submission, Long.MAX_VALUE);
        expected.overlays().forEach(overlay -> Sources.copy(overlay, submission));
    }

    private Path folder(Assignment assignment) {
        return grader.home().resolve("assignments").resolve(assignment.folder());
    }
}
