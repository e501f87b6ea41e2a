package org.concurrencylab.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A grade as programs read it.
 *
 * @param assignment its folder's name
 * @param passed whether nothing is lacking
 * @param points that it has
 * @param of points to be had
 * @param seconds that the grading took
 * @param marks one for each aspect
 */
record GradeJson(String assignment, boolean passed, int points, int of, double seconds, List<Aspect> marks) {

    /**
     * One aspect; reason, hint and file are empty, and the line is 0, where nothing is lacking.
     *
     * @param aspect in a few words
     */
    record Aspect(String aspect, int points, int of, String reason, String hint, String file, int line) {
        static Aspect of(Mark mark) {
            Lack lack = mark.lack().orElse(new Lack("", "", "", 0));
            return new Aspect(
                    mark.aspect(), mark.points(), mark.of(), lack.reason(), lack.hint(), lack.file(), lack.line());
        }
    }

    static String of(Grade grade) {
        GradeJson json = new GradeJson(
                grade.assignment(),
                grade.passed(),
                grade.points(),
                grade.of(),
                grade.seconds(),
                grade.marks().stream().map(Aspect::of).toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of texts and numbers can be written.", e);
        }
    }
}
