package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntrantTest {

    private static final List<Subject> SUBJECTS = List.of(
            Subjects.at("threads", "http://127.0.0.1:1"),
            Subjects.at("virtual", "http://127.0.0.1:2"),
            Subjects.at("reactive", "http://127.0.0.1:3"));

    @Test
    void everyoneTakesPartAndOneOfThemTwice() {
        assertThat(Entrant.of(SUBJECTS, 0))
                .extracting(Entrant::label)
                .containsExactly("threads", "virtual", "reactive", "threads again");
    }

    @Test
    void eachIsAskedEquallyOften() {
        assertThat(IntStream.range(0, 6)
                        .mapToObj(block -> Entrant.of(SUBJECTS, block).getLast().label()))
                .containsExactly(
                        "threads again",
                        "virtual again",
                        "reactive again",
                        "threads again",
                        "virtual again",
                        "reactive again");
    }
}
