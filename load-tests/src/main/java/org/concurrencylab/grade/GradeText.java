package org.concurrencylab.grade;

import java.util.ArrayList;
import java.util.List;

/** A grade as people read it. */
final class GradeText {

    private GradeText() {}

    static List<String> lines(Grade grade) {
        List<String> lines = new ArrayList<>();
        for (Mark mark : grade.marks()) {
            lines.add("  %3d/%-3d  %s".formatted(mark.points(), mark.of(), mark.aspect()));
            mark.lack().ifPresent(lack -> lines.add("           " + lack.reason()));
        }
        lines.add("");
        lines.add("  %s: %d of %d points, %s (%.0f s)"
                .formatted(
                        grade.assignment(),
                        grade.points(),
                        grade.of(),
                        grade.passed() ? "passed" : "not passed",
                        grade.seconds()));
        grade.lacks().stream().findFirst().ifPresent(lack -> lines.add("  next hint: " + lack.hint()));
        return lines;
    }
}
