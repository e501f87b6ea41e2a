package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.concurrencylab.environment.LabFailure;
import org.junit.jupiter.api.Test;

class GradeFormatsTest {

    private static final Lack FIRST = new Lack("It is 50% wrong,\nreally.", "Look: there.", "a,b/C.java", 7);
    private static final Lack SECOND = new Lack("It is slow.", "Look elsewhere.");

    private static final Grade LACKING = new Grade(
            "08-lost-update",
            List.of(
                    new Mark("one: orders", 30, Optional.empty()),
                    new Mark("two", 60, Optional.of(FIRST)),
                    new Mark("three", 10, Optional.of(SECOND))),
            41.6);

    private static final Grade WHOLE =
            new Grade("07-blocked-loop", List.of(new Mark("all of it", 100, Optional.empty())), 40);

    @Test
    void addsUpThePointsOfWhatLacksNothing() {
        assertThat(LACKING.points()).isEqualTo(30);
        assertThat(LACKING.of()).isEqualTo(100);
        assertThat(LACKING.passed()).isFalse();
        assertThat(WHOLE.passed()).isTrue();
    }

    @Test
    void takesAServiceThatDoesNotAnswerForLacking() {
        Mark mark = Mark.of("aspect", 5, "Start it.", () -> {
            throw new LabFailure("No answer.");
        });

        assertThat(mark.points()).isZero();
        assertThat(mark.lack()).contains(new Lack("No answer.", "Start it."));
    }

    @Test
    void tellsPeopleEveryReasonAndOneHint() {
        assertThat(GradeText.lines(LACKING))
                .anyMatch(line -> line.contains("30/30") && line.endsWith("one: orders"))
                .anyMatch(line -> line.contains("It is slow."))
                .anyMatch(line -> line.endsWith("08-lost-update: 30 of 100 points, not passed (42 s)"))
                .last()
                .isEqualTo("  next hint: Look: there.");
        assertThat(GradeText.lines(WHOLE)).last().asString().contains("100 of 100 points, passed");
    }

    @Test
    void annotatesTheFileAndEscapesWhatWouldEndTheCommand() {
        assertThat(Annotations.lines(LACKING))
                .containsExactly(
                        "::error file=a%2Cb/C.java,line=7,title=two (0/60)::It is 50%25 wrong,%0Areally. Look: there.",
                        "::error title=three (0/10)::It is slow. Look elsewhere.",
                        "::notice title=Autograding complete::Points 30/100",
                        "::notice title=Autograding report::{\"totalPoints\":30,\"maxPoints\":100}");
    }

    @Test
    void writesJsonForPrograms() throws Exception {
        JsonNode json = new ObjectMapper().readTree(GradeJson.of(LACKING));

        assertThat(json.path("assignment").asText()).isEqualTo("08-lost-update");
        assertThat(json.path("passed").asBoolean(true)).isFalse();
        assertThat(json.path("points").asInt()).isEqualTo(30);
        assertThat(json.path("of").asInt()).isEqualTo(100);
        assertThat(json.path("marks")).hasSize(3);
        assertThat(json.at("/marks/1/hint").asText()).isEqualTo("Look: there.");
        assertThat(json.at("/marks/1/line").asInt()).isEqualTo(7);
        assertThat(json.at("/marks/0/reason").asText("?")).isEmpty();
    }
}
