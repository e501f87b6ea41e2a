package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {

    private static final String FILE = "answers.properties";

    @TempDir
    private Path folder;

    @Test
    void takesNumbersAsPeopleWriteThem() throws IOException {
        Answers answers = answers("a= 26.7\nb=1,000\nc=many\nd=\ne=Infinity\n");

        assertThat(List.of("a", "b", "c", "d", "e", "f"))
                .extracting(answers::number)
                .containsExactly(26.7, 1000.0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void namesTheLineOfTheFirstAnswerThatIsMissing() throws IOException {
        Answers answers = answers("# a comment\na=1\nb=\n");

        assertThat(answers.withoutNumber(List.of("a"), "Think.")).isEmpty();
        assertThat(answers.withoutNumber(List.of("a", "b"), "Think."))
                .contains(new Lack("b has no answer in answers.properties.", "Think.", FILE, 3));
        assertThat(answers.withoutText(List.of("a", "b"), "Think."))
                .contains(new Lack("b has no answer in answers.properties.", "Think.", FILE, 3));
        assertThat(answers("a=-3").withoutNumber(List.of("a"), "Think."))
                .contains(new Lack("a is no number above zero: -3.", "Think.", FILE, 1));
    }

    @Test
    void aFileThatIsMissingOrNotReadableHasNoAnswers() throws IOException {
        assertThat(Answers.of(folder, "no-such-file").text("a")).isEmpty();
        assertThat(answers("a=\\u00zz").text("a")).isEmpty();
    }

    @Test
    void aPredictionMayBeAboveWhatABusyMachineCarries() throws IOException {
        Answers answers = answers("a=20");

        assertThat(answers.predicts("a", 19.1, "")).isEmpty();
        assertThat(answers.predicts("a", 20.6, "")).isEmpty();
        assertThat(answers.predicts("a", 13, "")).isEmpty();
    }

    @Test
    void sayHowFarAPredictionIsOff() throws IOException {
        Answers answers = answers("a=20");

        assertThat(reason(answers, 40)).isEqualTo("a is 2.0 times too low.");
        assertThat(reason(answers, 5)).isEqualTo("a is 4.0 times too high.");
        assertThat(reason(answers, 19_500)).isEqualTo("a is 975 times too low. Seconds or milliseconds?");
        assertThat(reason(answers, 0)).isEqualTo("a cannot be compared: nothing was carried.");
    }

    private static String reason(Answers answers, double measured) {
        return answers.predicts("a", measured, "").orElseThrow().reason();
    }

    private Answers answers(String text) throws IOException {
        Files.writeString(folder.resolve(FILE), text);
        return Answers.of(folder, FILE);
    }
}
