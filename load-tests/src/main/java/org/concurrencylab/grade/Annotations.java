package org.concurrencylab.grade;

import java.util.ArrayList;
import java.util.List;

/**
 * A grade as lines that GitHub Actions shows beside the source.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 * @see <a href="https://github.com/classroom-resources/autograding-grading-reporter">GitHub Classroom's reporter</a>
 */
final class Annotations {

    private Annotations() {}

    static List<String> lines(Grade grade) {
        List<String> lines = new ArrayList<>();
        for (Mark mark : grade.marks()) {
            mark.lack()
                    .ifPresent(lack -> lines.add("::error %stitle=%s::%s"
                            .formatted(
                                    place(lack),
                                    property(mark.aspect() + " (" + mark.points() + "/" + mark.of() + ")"),
                                    message(lack.reason() + " " + lack.hint()))));
        }
        // GitHub Classroom reads the points from notices of these titles.
        lines.add("::notice title=Autograding complete::Points %d/%d".formatted(grade.points(), grade.of()));
        lines.add("::notice title=Autograding report::{\"totalPoints\":%d,\"maxPoints\":%d}"
                .formatted(grade.points(), grade.of()));
        return lines;
    }

    private static String place(Lack lack) {
        return lack.file().isEmpty() ? "" : "file=%s,line=%d,".formatted(property(lack.file()), lack.line());
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
