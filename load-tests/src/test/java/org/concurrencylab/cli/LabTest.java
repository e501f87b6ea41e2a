package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LabTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandItShowsTheCommandsAndIsBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("up", "dev", "doctor");
    }

    @Test
    void unknownCommandIsOneSentence() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("frobnicate", "./lab help");
    }

    @Test
    void unknownOptionIsOneSentenceThatNamesTheCommandsHelp() {
        assertThat(run("up", "--frobnicate")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--frobnicate", "./lab help up");
    }

    @Test
    void unknownOptionOfACommandBelowACommandNamesItsHelp() {
        assertThat(run("k8s", "up", "--frobnicate")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().endsWith("see ./lab k8s up --help.");
    }

    @Test
    void portBaseOutOfRangeIsOneSentence() {
        assertThat(run("up", "--port-base", "70000")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--port-base goes from");
    }

    @Test
    void takenPortIsOneSentenceAndAFailure() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(run("up", "--port-base", String.valueOf(taken.getLocalPort() - 1)))
                    .isEqualTo(1);
        }
        assertThat(err.toString().lines()).singleElement().asString().contains("is taken", "--port-base");
    }

    @Test
    void versionNamesWhatWasBuiltTogether() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Quarkus 3.", "Gatling 3.").doesNotContain("$");
    }

    @Test
    void doctorAnswersForEachThing() {
        assertThat(run("doctor")).isIn(0, 1);
        assertThat(out.toString()).contains("JDK", "Maven", "memory", "disk", "./lab compare");
    }

    private int run(String... arguments) {
        CommandLine lab = Lab.commandLine();
        lab.setOut(new PrintWriter(out, true));
        lab.setErr(new PrintWriter(err, true));
        return lab.execute(arguments);
    }
}
