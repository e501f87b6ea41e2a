package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SoakCommandTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1441", "half", "1.5", "99999999999"})
    void minutesThatAreNoneAreOneSentence(String minutes) {
        assertThat(run("--minutes", minutes)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--minutes", "./lab help soak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "5001", "fast"})
    void aRateThatIsNoneIsOneSentence(String rate) {
        assertThat(run("--rate", rate)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--rate");
    }

    @Test
    void anUnknownContenderIsOneSentence() {
        assertThat(run("--contenders", "steam")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("steam", "reactive");
    }

    @Test
    void aContenderCannotRunBesideItself() {
        assertThat(run("--contenders", "threads,threads")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("twice");
    }

    private int run(String... arguments) {
        CommandLine lab = Lab.commandLine();
        lab.setErr(new PrintWriter(err, true));
        return lab.execute(
                Stream.concat(Stream.of("soak"), Stream.of(arguments)).toArray(String[]::new));
    }
}
