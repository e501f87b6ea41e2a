package org.concurrencylab.grade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.Run;

/**
 * Grades what the assignments bring along, and says whether the grader can tell right from wrong.
 *
 * @param home the repository that grades
 * @param grading that must tell
 * @param plan what is graded, and how often
 * @param out hears a line for each grading, and one for all
 */
record SelfTest(Path home, Grading grading, Plan plan, Consumer<String> out) {

    /** Gives a grade. */
    interface Grading {

        /**
         * Grades.
         *
         * @throws LabFailure when no grade can be given
         */
        Grade grade(Assignment assignment, Path submission);
    }

    /**
     * What is graded.
     *
     * @param cases names of those that are; all where there is none
     * @param times how often each
     * @param atOnce how many side by side, which keeps the machine busy
     */
    record Plan(List<String> cases, int times, int atOnce) {}

    private record Case(Assignment assignment, Expected expected) {
        String name() {
            return assignment.folder() + " " + expected.name();
        }
    }

    private enum Outcome {
        AS_EXPECTED("ok   "),
        OTHERWISE("WRONG"),
        NO_GRADE("NONE ");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /**
     * Whether there is a grade each time, and the expected one.
     *
     * @throws LabFailure when an assignment has no case of a name that is asked for
     */
    boolean passes(List<Assignment> assignments) {
        List<Case> all = assignments.stream().flatMap(this::cases).toList();
        List<Case> chosen = all.stream()
                .filter(each -> plan.cases().isEmpty()
                        || plan.cases().contains(each.expected().name()))
                .toList();
        requireKnown(all);
        List<Outcome> outcomes = outcomes(IntStream.range(0, plan.times())
                .boxed()
                .flatMap(time -> chosen.stream())
                .toList());
        out.accept("%d gradings: %d as expected, %d otherwise, %d without a grade"
                .formatted(
                        outcomes.size(),
                        count(outcomes, Outcome.AS_EXPECTED),
                        count(outcomes, Outcome.OTHERWISE),
                        count(outcomes, Outcome.NO_GRADE)));
        return count(outcomes, Outcome.AS_EXPECTED) == outcomes.size();
    }

    private Stream<Case> cases(Assignment assignment) {
        return Expected.of(home.resolve("assignments").resolve(assignment.folder())).stream()
                .map(expected -> new Case(assignment, expected));
    }

    private void requireKnown(List<Case> all) {
        List<String> known =
                all.stream().map(each -> each.expected().name()).distinct().toList();
        plan.cases().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new LabFailure(
                    "There is no case \"" + name + "\" to be graded; there are " + String.join(", ", known) + ".");
        });
    }

    private List<Outcome> outcomes(List<Case> cases) {
        try (ExecutorService lanes = Executors.newFixedThreadPool(plan.atOnce())) {
            List<Future<Outcome>> running = new ArrayList<>();
            cases.forEach(each -> running.add(lanes.submit(() -> outcome(each))));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new LabFailure("A grading broke off: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("The self-test was interrupted.", e);
        }
    }

    private Outcome outcome(Case each) {
        try (Run run = Run.begin()) {
            Path submission = run.folder().resolve(each.expected().name());
            compose(each, submission);
            return judge(each, grading.grade(each.assignment(), submission));
        } catch (LabFailure e) {
            say(Outcome.NO_GRADE, each.name() + ": " + e.getMessage());
            return Outcome.NO_GRADE;
        }
    }

    private Outcome judge(Case each, Grade grade) {
        String told = grade.lacks().stream()
                .findFirst()
                .map(lack -> "; " + lack.reason())
                .orElse("");
        String line = "%s: %d of %d points in %.0f s%s"
                .formatted(each.name(), grade.points(), grade.of(), grade.seconds(), told);
        return each.expected()
                .objection(grade)
                .map(objection -> say(Outcome.OTHERWISE, line + "\n       " + objection))
                .orElseGet(() -> say(Outcome.AS_EXPECTED, line));
    }

    private Outcome say(Outcome outcome, String line) {
        out.accept(outcome.word + "  " + line);
        return outcome;
    }

    private static long count(List<Outcome> outcomes, Outcome wanted) {
        return outcomes.stream().filter(outcome -> outcome == wanted).count();
    }

    private void compose(Case each, Path submission) {
        Sources.SUBMITTED.forEach(folder -> Sources.copy(home.resolve(folder), submission.resolve(folder)));
        Sources.copyFiles(each.assignment().files(), home, submission, Long.MAX_VALUE);
        each.expected().overlays().forEach(overlay -> Sources.copy(overlay, submission));
    }
}
