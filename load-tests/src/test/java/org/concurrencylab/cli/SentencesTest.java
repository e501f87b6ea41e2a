package org.concurrencylab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.concurrencylab.generator.GeneratorException;
import org.concurrencylab.generator.GeneratorOptions;
import org.concurrencylab.generator.GeneratorProcess;
import org.concurrencylab.report.SampleResults;
import org.concurrencylab.results.ResultsException;
import org.concurrencylab.results.ResultsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SentencesTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void resultsThatCannotBeWrittenAreOneSentence() {
        ResultsException problem =
                catchThrowableOfType(ResultsException.class, () -> ResultsFile.write(folder, SampleResults.build()));

        assertThat(failed(problem)).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("lab: Cannot write " + folder + ": it is a folder.\n");
    }

    @Test
    void generatorThatGetsNoMemoryIsOneSentence() {
        GeneratorOptions usual = GeneratorOptions.defaults(folder.resolve("generator.log"));
        List<String> flags = List.of("-XX:+UseSerialGC", "-XX:ErrorFile=" + folder.resolve("crash.log"));
        GeneratorOptions tooLarge = new GeneratorOptions(List.of(), usual.java(), "60000g", flags, usual.logFile());
        GeneratorException problem =
                catchThrowableOfType(GeneratorException.class, () -> GeneratorProcess.start(tooLarge));

        assertThat(failed(problem)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("lab: The load generator ")
                .contains("generator.log")
                .hasLineCount(1);
    }

    @Test
    void whatNobodyForesawAsksForAReport() {
        assertThat(failed(new IllegalStateException("odd"))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("lab: unexpected failure, please report it: ")
                .hasLineCount(1);
    }

    private int failed(Exception problem) {
        CommandLine lab = Lab.commandLine().setErr(new PrintWriter(err, true));
        return Sentences.failed(problem, lab, null);
    }
}
