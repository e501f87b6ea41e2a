package org.concurrencylab.grade;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.Run;
import org.concurrencylab.grade.Crowd.Timed;

/**
 * Builds a submission in a folder of its own, starts it, and looks at it, all within limits; nothing is left of it
 * afterwards.
 *
 * @param home the repository that grades
 * @param limits of each grading
 * @param progress hears what is being done
 */
public record Grader(Path home, Limits limits, Consumer<String> progress) {

    private static final int ALL_POINTS = 100;
    private static final String MIGRATIONS = "api-contract/src/main/resources/db/migration";
    private static final String MIGRATION_HINT =
            "A migration that was made once stays as it is; a change of the schema is another file, V3__….sql.";
    private static final double NANOS = 1e9;

    /**
     * Grades.
     *
     * @param assignment which one
     * @param submission a copy of the repository with a student's changes; it is only read
     * @throws LabFailure when the lab itself cannot do its part
     */
    public Grade grade(Assignment assignment, Path submission) {
        long begin = System.nanoTime();
        try (Run run = Run.begin();
                Watch watch = Watch.over(run, limits)) {
            run.limitProcesses(limits.threads());
            List<Mark> marks = marks(assignment, submission, run, watch);
            // After Ctrl-C the services are gone, which is not the submission's fault.
            if (Run.isInterrupted()) {
                throw new LabFailure("The grading was ended.");
            }
            // Once more: what was just being started when the watch ended the run.
            watch.objection().ifPresent(ended -> run.abort());
            watch.excuse().ifPresent(reason -> {
                throw new LabFailure(reason);
            });
            return new Grade(
                    assignment.folder(),
                    watch.objection().map(Grader::ended).orElse(marks),
                    (System.nanoTime() - begin) / NANOS);
        }
    }

    private List<Mark> marks(Assignment assignment, Path submission, Run run, Watch watch) {
        try (Crowd beside = new Crowd()) {
            Path project = run.folder().resolve("submission");
            watch.enter("building", limits.build());
            progress.accept("building both services");
            // The submission has no part in it, so that a failure to start it is not the submission's.
            Future<Timed<LabStack>> starting = beside.send(() -> LabStack.support(run));
            Optional<Lack> objection = build(assignment, submission, project, run);
            // Before anything else, for nothing may be started while the run is being closed.
            LabStack support = Crowd.answer(starting).value();
            if (objection.isPresent()) {
                return List.of(new Mark("both services build", ALL_POINTS, objection));
            }
            Optional<Lack> refusal = migrate(project, support.database(), watch);
            if (refusal.isPresent()) {
                return List.of(new Mark("the database migrates", ALL_POINTS, refusal));
            }
            return marks(assignment, project, run, watch, support);
        } catch (LabFailure e) {
            // Whoever waited for a process when the watch ended the run.
            return watch.objection().map(Grader::ended).orElseThrow(() -> e);
        }
    }

    private Optional<Lack> build(Assignment assignment, Path submission, Path project, Run run) {
        try {
            Sources.assemble(home, submission, project, limits.sourceBytes());
            Sources.copyFiles(assignment.files(), submission, project, limits.sourceBytes());
        } catch (LabFailure e) {
            return Optional.of(new Lack(e.getMessage(), "Submit the sources as they are in your repository."));
        }
        return Build.of(run, project).or(() -> Reach.beyond(home, project));
    }

    /** Its own migrations, after those of the repository that grades, which it must have left as they are. */
    private Optional<Lack> migrate(Path project, Database database, Watch watch) {
        watch.enter("migrating", limits.total());
        try {
            database.migrate(project.resolve(MIGRATIONS));
            return Optional.empty();
        } catch (LabFailure e) {
            // Flyway frames what PostgreSQL says.
            String reason = e.getMessage().replaceAll("-{3,}", "").replaceAll("\\s+", " ");
            return Optional.of(new Lack(reason, MIGRATION_HINT));
        }
    }

    private List<Mark> marks(Assignment assignment, Path project, Run run, Watch watch, LabStack support) {
        watch.enter("starting", limits.total());
        progress.accept("starting all services");
        LabStack running;
        try {
            List<ContenderSpec> specs = assignment.contenders().stream()
                    .map(spec -> spec.builtIn(project, assignment.settings()).shortLived())
                    .toList();
            running = support.with(run, specs, Submission.CPUS);
        } catch (LabFailure e) {
            String hint = "Start it with ./lab dev blocking or ./lab dev reactive, and read what it says.";
            return List.of(new Mark("both services start", ALL_POINTS, Optional.of(new Lack(e.getMessage(), hint))));
        }
        progress.accept("looking at what they do");
        watch.enter("answering", limits.total());
        return excusing(watch.crowded(), assignment.marks(new Submission(project, running, run)));
    }

    /**
     * The same marks, unless a lack may be this machine's.
     *
     * @param crowded whether others take so much of it that a request without an answer is no fault
     * @throws MachineBusy when there was such a request
     */
    static List<Mark> excusing(boolean crowded, List<Mark> marks) {
        marks.stream()
                .filter(mark -> crowded && !mark.answered())
                .flatMap(mark -> mark.lack().stream())
                .findFirst()
                .ifPresent(lack -> {
                    throw new MachineBusy(
                            lack.reason()
                                    + " Other programs take much of this machine's CPU time, so that says nothing of the submission. Grade again when it is free.");
                });
        return marks;
    }

    private static List<Mark> ended(String objection) {
        String hint = "Run it with ./lab up and look for what never ends.";
        return List.of(new Mark("keeps within the limits", ALL_POINTS, Optional.of(new Lack(objection, hint))));
    }
}
