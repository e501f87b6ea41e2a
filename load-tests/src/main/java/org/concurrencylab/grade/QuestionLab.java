package org.concurrencylab.grade;

import java.util.List;
import java.util.Optional;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabStack;

/** A lab of questions, answered in a file. Nothing is measured before each has an answer. */
abstract class QuestionLab implements Assignment {

    private final String folder;
    private final String file;

    /** @param folder whose {@code answers.properties} is the file */
    QuestionLab(String folder) {
        this.folder = folder;
        this.file = "assignments/" + folder + "/answers.properties";
    }

    /** The mark that there is while an answer is missing. */
    abstract Optional<Mark> unanswered(Answers answers);

    /** What the answers are worth beside what is counted and measured of this submission. */
    abstract List<Mark> marks(Answers answers, Submission submission);

    /** The mark when that cannot be measured, for a service does not answer. */
    abstract Mark unmeasured(String reason);

    @Override
    public final String folder() {
        return folder;
    }

    @Override
    public final List<String> files() {
        return List.of(file);
    }

    /** Of a submission that brings no answers. */
    @Override
    public final List<Mark> marks(LabStack running) {
        return unanswered(Answers.none(file)).stream().toList();
    }

    @Override
    public final List<Mark> marks(Submission submission) {
        Answers answers = Answers.of(submission.project(), file);
        Optional<Mark> objection = unanswered(answers);
        if (objection.isPresent()) {
            return objection.stream().toList();
        }
        try {
            return marks(answers, submission);
        } catch (MachineBusy e) {
            throw e;
        } catch (LabFailure e) {
            return List.of(unmeasured(e.getMessage()));
        }
    }
}
