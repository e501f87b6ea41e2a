package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChaosCommandTest {

    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownFaultIsOneSentenceThatNamesThoseThereAre() {
        assertThat(run("--faults", "earthquake")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("earthquake", "postgres-kill");
    }

    @Test
    void anUnknownContenderIsOneSentence() {
        assertThat(run("--contenders", "steam")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("steam", "reactive");
    }

    private int run(String... arguments) {
        CommandLine lab = Lab.commandLine();
        lab.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "chaos";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return lab.execute(all);
    }
}
